import type { Operation } from '#domain/sync/operation.ts'
import type { Ledger } from './ledger.ts'

type Shown = Readonly<Record<string, unknown>>
const watched = ['phone', 'email', 'city', 'name', 'pinnedNote'] as const

/** Sees every state of every record that a desk's screens may show, as it is written, and keeps the promises in mind. */
export class Witness {
  /** What the replica holds now: `collection/id`. */
  readonly shown = new Map<string, Shown>()
  readonly #ledger: Ledger
  readonly #desk: number
  /** The author's own changes of a field that headquarters has not turned down: older value by value, per customer and field. */
  readonly #left = new Map<string, Map<unknown, string>>()

  constructor(ledger: Ledger, desk: number) {
    this.#ledger = ledger
    this.#desk = desk
  }

  /** The author saved other values for some fields: those before must not come back. */
  saved({ opId, steps }: Operation): void {
    for (const { kind, payload, seen } of steps) {
      if (kind !== 'changeContactDetails' && kind !== 'amendCustomer') continue
      for (const field of Object.keys(payload['changes'] as object)) {
        const key = `customers/${String(payload['customerId'])}.${field}`
        const older = this.#left.get(key) ?? new Map<unknown, string>()
        this.#left.set(key, older.set(seen?.[field], opId))
      }
    }
  }

  /** Headquarters turned an operation down, or an older history came back: then the older value is the truth again. */
  release(opId: string): void {
    for (const older of this.#left.values())
      for (const [value, from] of older) if (from === opId) older.delete(value)
  }

  forget(): void {
    this.shown.clear()
  }

  wrote(collection: string, documents: readonly Shown[]): void {
    for (const document of documents) {
      const { outcome } = (document['result'] ?? {}) as { outcome?: string }
      if (collection === 'outbox' && outcome === 'needs_attention') this.release(String(document['opId']))
      const key = `${collection}/${String(document['id'])}`
      if (document['_deleted'] === true) this.shown.delete(key)
      else this.shown.set(key, document)
      if (collection === 'customers' && document['_deleted'] !== true) this.#checkFields(key, document)
    }
  }

  #checkFields(key: string, document: Shown): void {
    for (const field of watched) {
      const value = document[field]
      const by = value === undefined ? undefined : this.#left.get(`${key}.${field}`)?.get(value)
      if (by !== undefined && !this.#ledger.broughtBack.has(String(value)))
        this.#ledger.fail(
          `[D3] desk ${this.#desk}: ${key}: ${field} goes back to ${String(value)} after its author saved ${by}`,
        )
    }
  }
}
