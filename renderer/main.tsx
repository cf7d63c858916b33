import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { boundedInstant } from '#domain/fields.ts'
import type { Bridge } from '#electron/shared/bridge.ts'
import { App } from '#renderer/app/App.tsx'
import { isOnlyWindow } from '#renderer/app/only-window.ts'
import { NotOpened } from '#renderer/app/NotOpened.tsx'
import { doorOf } from '#renderer/data/door.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { openKeep } from '#renderer/data/keep.ts'
import { openLocalStore } from '#renderer/data/local-store.ts'
import type { Machine, Surroundings } from '#renderer/data/machine.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import { openDesk } from '#renderer/data/open-desk.ts'
import { DoorContext } from '#renderer/data/useLive.ts'
import { passwordRounds } from '#renderer/data/vault.ts'

declare global {
  interface Window {
    /** Absent in a plain browser. */
    readonly loket?: Bridge
  }
}

/** Chromium's `open` can hang for ever after a full disk (research/electron.md 3), so it is given this long. */
const openingPatience = 30_000

const root = createRoot(document.querySelector('#root') ?? document.body)
const show = (content: ReactNode) => root.render(<StrictMode>{content}</StrictMode>)

const now = () => boundedInstant(Date.now())
const around: Surroundings = {
  now,
  newId: () => newIdFrom(now, (count) => crypto.getRandomValues(new Uint8Array(count))),
  random: Math.random,
  after(ms, call) {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
  passwordRounds,
}

async function machineOf(bridge: Bridge | undefined): Promise<Machine> {
  return {
    journal: bridge?.journal,
    keep: await openKeep(),
    diskRoom: async () => (await bridge?.disk.room()) ?? 'enough',
  }
}

async function start(bridge: Bridge | undefined): Promise<void> {
  if (!(await isOnlyWindow())) return show(<NotOpened fault="elsewhere" />)
  // Headquarters serves the page itself to a plain browser: then its own origin is the one to talk to.
  const origin = (await bridge?.headquarters.origin()) ?? ''
  const { desk } = await openDesk({
    name: 'loket',
    storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
    local: await openLocalStore('loket-local'),
    link: httpLink((path, init) => fetch(origin + path, init)),
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

Promise.race([start(window.loket), tooLong()]).catch((fault: unknown) =>
  show(<NotOpened fault={String(fault)} />),
)
