import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { Macro } from '#domain/reference/macro.ts'
import { id, oneOf, text } from '#domain/fields.ts'
import { departments } from '#domain/ticket/ticket.ts'
import type { TicketChanges } from '#renderer/data/contract-tickets.ts'

const { status, resolutionCode, priority, escalate } = Macro.properties

/** What stands ready beside the words. Nothing of it is done until it is committed. */
const Staged = Type.Object({
  status,
  resolutionCode,
  priority,
  escalate,
  ownerId: Type.Optional(id()),
  task: Type.Optional(
    Type.Object({
      department: oneOf(departments),
      ask: text(1000),
      withinHours: Type.Integer({ minimum: 0 }),
    }),
  ),
})
export type Staged = Static<typeof Staged>

/** What is written and put ready on a ticket: it is also its draft. */
const Composed = Type.Object({ text: text(4000), staged: Staged })
export type Composed = Static<typeof Composed>

export const nothingComposed: Composed = { text: '', staged: {} }

/** A draft of an older console is its text alone. */
export function readComposed(value: unknown): Composed | undefined {
  if (typeof value === 'string') return { ...nothingComposed, text: value }
  return Value.Check(Composed, value) ? value : undefined
}

/** The composer with what a macro puts ready; its words come after those that are there. */
export function withMacro(
  { text: written, staged }: Composed,
  macro: Macro,
  say: (words: NonNullable<Macro['text']>) => string,
): Composed {
  const { text: words, task, status: to, resolutionCode: how, priority: level, escalate: up } = macro
  return {
    text: [written.trim(), ...(words === undefined ? [] : [say(words)])]
      .filter((part) => part !== '')
      .join('\n'),
    staged: {
      ...staged,
      ...(to === undefined ? {} : { status: to }),
      ...(how === undefined ? {} : { resolutionCode: how }),
      ...(level === undefined ? {} : { priority: level }),
      ...(up === true ? { escalate: true } : {}),
      ...(task === undefined ? {} : { task: { ...task, ask: say(task.ask) } }),
    },
  }
}

/** `mentioned`: whom the words call by name. */
export function changesOf({ text: written, staged }: Composed, mentioned: readonly string[]): TicketChanges {
  const { task, ...rest } = staged
  return {
    ...rest,
    ...(written.trim() === '' ? {} : { text: written.trim(), mentioned }),
    ...(task === undefined ? {} : { task: { ...task, ask: task.ask.trim() } }),
  }
}

/** Whether every part says enough to be done: a task has words, and whoever resolves says how. */
export function isWhole({ status: to, resolutionCode: how, task }: Staged): boolean {
  if (task !== undefined && (task.ask.trim() === '' || to === 'resolved')) return false
  return to !== 'resolved' || how !== undefined
}

/** Whether there is anything beside the words. */
export function isStaged({ staged }: Composed): boolean {
  return Object.keys(staged).length > 0
}
