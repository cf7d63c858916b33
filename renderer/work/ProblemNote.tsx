import type { ProblemCode } from '#domain/problems.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useWords } from '#renderer/words/words.ts'

/** Why something was refused, in words, beside where it was asked for. */
export function ProblemNote({ problem }: { readonly problem: ProblemCode | undefined }) {
  const { problems } = useWords()
  return problem === undefined ? null : <ErrorNote>{problems[problem]}</ErrorNote>
}
