import type { Commands } from '#renderer/data/contract.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { saveFile } from '#renderer/work/save-file.ts'
import { useRun } from '#renderer/work/useRun.ts'

/** Commands whose answer is a file of text. */
type FileCommand = 'exportItems' | 'exportDay' | 'exportPayments'

/** Saves work as a file of this PC, where the browser or Electron asks. `said`: what is read out then. */
export function useFileOf<N extends FileCommand>(command: N, said: (count: number) => string) {
  const { run, running, problem } = useRun<FileCommand>(command)
  async function save(request: Parameters<Commands[N]>[0]): Promise<void> {
    const done = await run(request)
    if (done === undefined) return
    const { name, text, count } = done.value
    saveFile(name, new TextEncoder().encode(text))
    announce(said(count))
  }
  return { save, running, problem }
}
