import { Text } from '@mantine/core'
import { fieldsOf, valueOf } from '#domain/item/step-fields.ts'
import { stepKindOf, type StepName } from '#domain/steps.ts'
import { fieldName, valueWords } from '#renderer/work/field-words.ts'
import { useReasonName } from '#renderer/work/ReasonSelect.tsx'
import { useWorkWords } from '#renderer/work/useWorkWords.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/work/facts.module.css'

/** The parts of an unknown step that a person may have written, so that nobody has to read ids. */
const readable = ['name', 'phone', 'email', 'addressLine', 'city', 'subject', 'description', 'text', 'note']

/** Money in a step: integers, which nobody edits in a form of texts, and everybody has to read. */
const money = ['amount', 'given', 'float', 'counted', 'expected']

interface ReadStep {
  readonly kind: string
  readonly parts: readonly (readonly [field: string, value: string])[]
  readonly sums: readonly (readonly [field: string, rupiah: number])[]
}

/** What an operation wants, field by field, whole enough to do it again by hand. */
export function OperationWords({ operation }: { readonly operation: Readonly<Record<string, unknown>> }) {
  const words = useWords()
  const work = useWorkWords()
  const reasonName = useReasonName()
  const resolutionName = useReasonName('resolutions')
  const format = useFormat()
  const read = (field: string, value: string) => {
    if (field === 'reasonCode') return reasonName(value)
    if (field === 'resolutionCode') return resolutionName(value)
    return field === 'ownerId' ? work.person(value) : valueWords(field, value, words) || words.items.blank
  }
  return (
    <div>
      <Text size="xs" c="dimmed">
        {words.items.contains}
      </Text>
      <ul className={classes['steps']}>
        {stepsOf(operation).map(({ kind, parts, sums }, place) => (
          <li key={`${kind}-${String(place)}`}>
            <strong>{work.kinds([kind])}</strong>
            {parts.map(([field, value]) => (
              <span key={field}>
                {fieldName(field, words)}: {read(field, value)}
              </span>
            ))}
            {sums.map(([field, rupiah]) => (
              <span key={field}>
                {fieldName(field, words)}: {format.money(rupiah)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** An operation arrives as headquarters stored it, so nothing is taken for granted. */
function stepsOf(operation: Readonly<Record<string, unknown>>): readonly ReadStep[] {
  const steps: unknown = operation['steps']
  return Array.isArray(steps) ? steps.filter(isObject).map(readStep) : []
}

function readStep(step: Readonly<Record<string, unknown>>): ReadStep {
  const { kind, v, payload } = step
  const known = stepKindOf({ kind: String(kind), v: Number(v) })
  const holds = isObject(payload) ? payload : {}
  if (known === undefined)
    return {
      kind: String(kind),
      parts: readable.flatMap((field) => partOf(field, holds[field])),
      sums: sumsIn(holds),
    }
  const draft = { kind: known.kind as StepName, payload: holds }
  // Who or what it is about stands beside it as a link.
  const fields = fieldsOf(draft).filter(({ input }) => input !== 'customer' && input !== 'ticket')
  return {
    kind: draft.kind,
    parts: fields.flatMap((field) =>
      // A change to nothing is a change.
      field.within === undefined && valueOf(draft, field) === ''
        ? []
        : [[field.name, valueOf(draft, field)] as const],
    ),
    sums: sumsIn(holds),
  }
}

function partOf(field: string, value: unknown): (readonly [string, string])[] {
  return typeof value === 'string' && value !== '' ? [[field, value]] : []
}

function sumsIn(payload: Readonly<Record<string, unknown>>): (readonly [string, number])[] {
  return money.flatMap((field) => {
    const rupiah = payload[field]
    return typeof rupiah === 'number' ? [[field, rupiah] as const] : []
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
