import type { SyncView } from '#renderer/data/contract.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Rebuilt } from '#renderer/work/Rebuilt.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** More than this and times on records begin to mislead. */
const noticeableSeconds = 120

/** What somebody should know or mend; nothing when all is well. */
export function Hints({ sync }: { readonly sync: SyncView }) {
  const { frame, problems } = useWords()
  const words = frame.sync
  const { span } = useFormat()
  const skew = sync.clockAhead ?? 0
  const clock = span(Math.abs(skew) * 1000)
  // Without a line this is said where the work waits.
  const problem = sync.problem === 'unreachable' ? undefined : sync.problem
  return (
    <>
      {problem === undefined || problem === 'client_too_old' ? null : (
        <ErrorNote>{problems[problem]}</ErrorNote>
      )}
      {problem === 'client_too_old' ? (
        <ErrorNote tone="problem" title={words.tooOld}>
          {words.tooOldHint}
        </ErrorNote>
      ) : null}
      <Rebuilt sync={sync} />
      {sync.disk === 'warn' ? <ErrorNote title={words.disk}>{words.diskWarn}</ErrorNote> : null}
      {sync.disk === 'stop' ? (
        <ErrorNote tone="problem" title={words.disk}>
          {words.diskStop}
        </ErrorNote>
      ) : null}
      {Math.abs(skew) > noticeableSeconds ? (
        <ErrorNote>{skew > 0 ? words.clockAhead(clock) : words.clockBehind(clock)}</ErrorNote>
      ) : null}
      {sync.journal ? null : (
        <ErrorNote tone="calm" title={words.journalNo}>
          {words.journalNoHint}
        </ErrorNote>
      )}
    </>
  )
}
