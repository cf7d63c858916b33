import type { Bytes } from '#domain/courier/primitives.ts'
import type { Done } from '#renderer/data/contract.ts'

/** The last answer that was taken. */
export interface CourierImport {
  readonly at: number
  /** The instant at headquarters of which it speaks. */
  readonly asOf: number
  /** Operations that it answered, and records that it brought. */
  readonly answered: number
  readonly changes: number
  /** `overtaken`: the line had brought newer changes, so only the results were taken. `differs`: the next file asks for everything. */
  readonly agreement: 'agreed' | 'overtaken' | 'differs'
}

/** How files pass between this desk and headquarters. */
export interface CourierView {
  /** Desk and headquarters have each other's keys. */
  readonly hasKeys: boolean
  readonly lastExport?: { readonly at: number; readonly operations: number }
  readonly lastImport?: CourierImport
}

/** A file to be carried away. */
export interface CourierFile {
  readonly name: string
  readonly bytes: Bytes
  readonly operations: number
}

export interface CourierQueries {
  courier(): CourierView
}

export interface CourierCommands {
  /** The unsent work as one file for headquarters. It stays unsent until an answer was imported. */
  exportWork(request: Record<string, never>): Done<CourierFile>
  /** Headquarters' answer to such a file, or the first filling. */
  importAnswer(request: { bytes: Bytes }): Done<CourierImport>
}
