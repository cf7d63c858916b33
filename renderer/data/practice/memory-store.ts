import { concat, defer, filter, map, of, Subject } from 'rxjs'
import type { LocalStore } from '#renderer/data/local-store.ts'

/** A local store that leaves nothing on the PC. */
export function memoryStore(): LocalStore {
  const values = new Map<string, unknown>()
  const changes = new Subject<string>()
  const change = (key: string) => changes.next(key)
  return {
    get: <T>(key: string) => Promise.resolve(values.get(key) as T | undefined),
    set(key, value) {
      values.set(key, value)
      change(key)
      return Promise.resolve()
    },
    remove(key) {
      values.delete(key)
      change(key)
      return Promise.resolve()
    },
    watch: <T>(key: string) => {
      const now = defer(() => of(values.get(key) as T | undefined))
      const later = changes.pipe(
        filter((changed) => changed === key),
        map(() => values.get(key) as T | undefined),
      )
      return concat(now, later)
    },
    close: () => values.clear(),
  }
}
