import { createHash } from 'node:crypto'

/** The id of a record that came from a file, always the same for the same origin and part: so nothing comes in twice. UUID version 8. */
export function sourceUuid(source: string, sourceId: string, part: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([source, sourceId, part]))
    .digest('hex')
  const variant = ((parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
