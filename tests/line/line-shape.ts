export interface LineShape {
  readonly oneWayMs: number
  readonly bitsPerSecond: number
  /** Share of segments that are lost on the way. */
  readonly loss: number
  /** Up for so long at the beginning of each period; then every connection is cut. Without it the line is always up. */
  readonly windows?: { readonly upMs: number; readonly everyMs: number }
  readonly seed?: number
}

/** Bytes that left on the line, with headers and what was sent again. */
export interface Crossed {
  readonly up: number
  readonly down: number
}
