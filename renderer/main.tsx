import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { boundedInstant } from '#domain/fields.ts'
import type { Bridge } from '#electron/shared/bridge.ts'
import { App } from '#renderer/app/App.tsx'
import { isOnlyWindow } from '#renderer/app/only-window.ts'
import { NotOpened } from '#renderer/app/NotOpened.tsx'
import { afterReally } from '#renderer/data/after-really.ts'
import { doorOf } from '#renderer/data/door.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { openKeep } from '#renderer/data/keep.ts'
import { inTime } from '#renderer/data/in-time.ts'
import { openLocalStore } from '#renderer/data/local-store.ts'
import type { Machine, Surroundings } from '#renderer/data/machine.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import { packed } from '#renderer/data/packed.ts'
import { openDesk } from '#renderer/data/open-desk.ts'
import { settingsName } from '#renderer/stores/settings.ts'
import { DoorContext } from '#renderer/data/useLive.ts'
import { passwordRounds } from '#renderer/data/vault.ts'

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

const now = () => boundedInstant(Date.now())
const around: Surroundings = {
  now,
  newId: () => newIdFrom(now, (count) => crypto.getRandomValues(new Uint8Array(count))),
  random: Math.random,
  after: afterReally,
  passwordRounds,
}

async function machineOf(bridge: Bridge | undefined): Promise<Machine> {
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

async function start(bridge: Bridge | undefined): Promise<void> {
  if (!(await isOnlyWindow())) return show(<NotOpened fault="elsewhere" />)
  // Headquarters serves the page itself to a plain browser: then its own origin is the one to talk to.
  const origin = (await bridge?.headquarters.origin()) ?? ''
  const { desk } = await openDesk({
    name: 'loket',
    storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
    openLocal: () => openLocalStore('loket-local'),
    link: httpLink(packed((path, init) => fetch(origin + path, init))),
    machine: await machineOf(bridge),
    around,
    clientVersion: (await bridge?.info())?.version ?? 'web',
  })
  // The machine hears of a link that comes back before the next round would.
  bridge?.link.onChange(() => void desk.conductor.syncNow())
  show(
    <DoorContext value={doorOf(desk)}>
      <App />
    </DoorContext>,
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
