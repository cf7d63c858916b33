import { useEffect } from 'react'
import type { ProblemCode } from '#domain/problems.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useWords } from '#renderer/words/words.ts'

interface EnrolProblemProps {
  readonly problem: ProblemCode
  /** Seconds until the next try; 0 when nothing is tried by itself. */
  readonly retryIn: number
  readonly busy: boolean
}

/** What hinders the enrolment. The seconds are counted on screen but read out only once. */
export function EnrolProblem({ problem, retryIn, busy }: EnrolProblemProps) {
  const { frame, problems } = useWords()
  const words = frame.enrol
  const what = problem === 'unreachable' ? words.unreachable : problems[problem]
  useEffect(() => announce(what), [what])
  if (retryIn === 0 && !busy) return <ErrorNote>{what}</ErrorNote>
  return (
    <ErrorNote tone="calm" title={what}>
      {busy ? words.retrying : words.retryIn(String(retryIn))}
    </ErrorNote>
  )
}
