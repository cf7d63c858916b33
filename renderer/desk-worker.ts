// The worker in which the desk lives: replica, rounds with headquarters, search. The window has only the screens.
import { boundedInstant } from '#domain/fields.ts'
import { afterReally } from '#renderer/data/after-really.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { openLocalStore } from '#renderer/data/local-store.ts'
import type { Surroundings } from '#renderer/data/machine.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import { openDesk } from '#renderer/data/open-desk.ts'
import { packed } from '#renderer/data/packed.ts'
import { replicaStorage } from '#renderer/data/storage/replica-storage.ts'
import { passwordRounds } from '#renderer/data/vault.ts'
import { serveDesk } from '#renderer/data/worker/serve-desk.ts'

const now = () => boundedInstant(Date.now())
const around: Surroundings = {
  now,
  newId: () => newIdFrom(now, (count) => crypto.getRandomValues(new Uint8Array(count))),
  random: Math.random,
  after: afterReally,
  passwordRounds,
}

const window = serveDesk(self, async ({ origin, clientVersion, practice }, machine) => {
  await alone()
  if (practice === true) {
    const { openPractice } = await import('#renderer/data/practice/open-practice.ts')
    return openPractice({ machine, around, clientVersion })
  }
  const { desk } = await openDesk({
    name: 'loket',
    storage: replicaStorage(),
    openLocal: () => openLocalStore('loket-local'),
    link: httpLink(packed((path, init) => fetch(origin + path, init))),
    machine,
    around,
    clientVersion,
  })
  return desk
})

/** A page that is loaded again may leave its worker behind for a moment; both would write the same replica. [C1] */
function alone(): Promise<void> {
  const heldForEver = new Promise<never>(() => undefined)
  return new Promise((resolve, reject) => {
    navigator.locks
      .request('loket-desk', () => {
        resolve()
        return heldForEver
      })
      .catch(reject)
  })
}

// An error of a worker stops at its edge, and a rejection is not seen by the window at all.
self.addEventListener('error', (event) => {
  event.preventDefault()
  window.tell('fault', event.error ?? new Error(event.message))
})
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  window.tell('fault', event.reason instanceof Error ? event.reason : new Error(String(event.reason)))
})
