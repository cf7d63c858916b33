import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from '#electron/shared/bridge.ts'
import { App } from '#renderer/app/App.tsx'
import { isOnlyWindow } from '#renderer/app/only-window.ts'
import { NotOpened } from '#renderer/app/NotOpened.tsx'
import { afterReally } from '#renderer/data/after-really.ts'
import { openKeep, type OpenKeep } from '#renderer/data/keep.ts'
import { inTime } from '#renderer/data/in-time.ts'
import type { Machine, Surroundings } from '#renderer/data/machine.ts'
import { listenToCalls } from '#renderer/stores/calls.ts'
import { isPractice } from '#renderer/stores/practice.ts'
import { settingsName } from '#renderer/stores/settings.ts'
import { DoorContext } from '#renderer/data/useLive.ts'
import { openInWorker } from '#renderer/data/worker/open-in-worker.ts'

declare global {
  interface Window {
    /** Absent in a plain browser. */
    readonly loket?: Bridge
  }
}

/** Each store has its own patience; this is for all the rest, as a large desk on a slow PC may take a while to read. */
const openingPatience = 300_000

const root = createRoot(document.querySelector('#root') ?? document.body)
const show = (content: ReactNode) => root.render(<StrictMode>{content}</StrictMode>)

const around: Pick<Surroundings, 'after'> = { after: afterReally }

interface ThisMachine extends Machine {
  readonly keep: OpenKeep
}

async function machineOf(bridge: Bridge | undefined): Promise<ThisMachine> {
  return {
    journal: bridge?.journal,
    keep: await inTime(around, 'the small store', openKeep(bridge?.keep)),
    diskRoom: async () => (await bridge?.disk.room()) ?? 'enough',
    async wipe() {
      // How the console looks is nobody's secret, and the last word of this desk should be in its language.
      const look = localStorage.getItem(settingsName)
      await bridge?.wipe()
      if (look !== null) localStorage.setItem(settingsName, look)
    },
    startAgain: () => location.reload(),
  }
}

/** While somebody practises the page lends the desk nothing of this PC. */
async function lentMachine(bridge: Bridge | undefined): Promise<ThisMachine> {
  if (!isPractice()) return machineOf(bridge)
  const { practiceMachine } = await import('#renderer/data/practice/practice-machine.ts')
  return practiceMachine(() => location.reload())
}

async function start(bridge: Bridge | undefined): Promise<void> {
  if (!(await isOnlyWindow())) return show(<NotOpened fault="elsewhere" />)
  // It loads its code while the machine is asked.
  const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { type: 'module', name: 'desk' })
  // Headquarters serves the page itself to a plain browser: then its own origin is the one to talk to.
  const [machine, origin = '', info] = await Promise.all([
    lentMachine(bridge),
    bridge?.headquarters.origin(),
    bridge?.info(),
  ])
  const opening = openInWorker(worker, machine, {
    origin,
    clientVersion: info?.version ?? 'web',
    texts: machine.keep.texts(),
    practice: isPractice(),
  })
  const door = await Promise.race([opening, notLoaded(worker)])
  // The machine hears of a link that comes back before the next round would.
  bridge?.link.onChange(() => door.syncNow())
  void listenToCalls()
  show(
    <DoorContext value={door}>
      <App />
    </DoorContext>,
  )
}

function notLoaded(worker: Worker): Promise<never> {
  return new Promise((_, reject) =>
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(message || 'the worker does not load')),
    ),
  )
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) =>
    around.after(openingPatience, () => reject(new Error('the database of this PC does not open'))),
  )
}

/** What the machine knows where the database does not open: whether the disk is full, and what is safe all the same. */
async function notOpened(bridge: Bridge | undefined, fault: string): Promise<void> {
  const diskFull = (await bridge?.disk.room().catch(() => undefined)) === 'stop'
  const unsent = (await bridge?.journal.read().catch(() => undefined))?.entries.length ?? 0
  show(<NotOpened fault={fault} diskFull={diskFull} unsent={unsent} />)
}

Promise.race([start(window.loket), tooLong()]).catch((fault: unknown) =>
  notOpened(window.loket, String(fault)),
)
