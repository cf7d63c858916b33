import type { Answer } from '#domain/sync/link.ts'
import type { Surroundings } from '#renderer/data/machine.ts'
import type { Pace } from '#renderer/data/pace.ts'

interface Question<T> {
  readonly ask: (size: number) => Promise<Answer<T>>
  /** How many came or were sent, in the unit of the pace. */
  readonly weight: (value: T) => number
}

/** Asks for as much as the line takes now, and learns from how it went. [T9] */
export async function paced<T>(
  { now }: Pick<Surroundings, 'now'>,
  pace: Pace,
  { ask, weight }: Question<T>,
): Promise<Answer<T>> {
  const began = now()
  const answer = await ask(pace.size())
  if (answer.ok) pace.took(weight(answer.value), now() - began)
  else if (answer.problem.code === 'unreachable') pace.failed()
  return answer
}
