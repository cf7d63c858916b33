import type { Commands } from '#renderer/data/contract.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { useRun } from '#renderer/work/useRun.ts'

/** Saves work as a file of this PC, where the browser or Electron asks. `said`: what is read out then. */
export function useFileOf(
  what: Parameters<Commands['exportItems']>[0]['what'],
  said: (count: number) => string,
) {
  const { run, running, problem } = useRun('exportItems')
  async function save(): Promise<void> {
    const done = await run({ what })
    if (done === undefined) return
    const { name, text, count } = done.value
    const address = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }))
    const anchor = Object.assign(document.createElement('a'), { href: address, download: name })
    anchor.click()
    // The download holds the blob by itself from the click on.
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    announce(said(count))
  }
  return { save, running, problem }
}
