import type { Bytes } from '#domain/courier/primitives.ts'

/** Longer than anybody looks for a folder. */
const kept = 600_000

/** Offers bytes as a file to be saved: in the shell through its dialog, in a browser as a download. */
export function saveFile(name: string, bytes: Bytes): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  window.setTimeout(() => URL.revokeObjectURL(url), kept)
}
