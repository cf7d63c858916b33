import { Text } from '@mantine/core'
import { useWorkWords } from '#renderer/screens/sync/useWorkWords.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'

/** The parts of a payload that a person wrote or chose, so that nobody has to read ids. */
const readable = [
  'name',
  'phone',
  'email',
  'addressLine',
  'city',
  'subject',
  'description',
  'text',
  'note',
  'pinnedNote',
]

/** What a refused operation wanted, whole enough to do it again by hand. */
export function OperationWords({ operation }: { readonly operation: Readonly<Record<string, unknown>> }) {
  const words = useWords().frame.sync
  const work = useWorkWords()
  const steps = stepsOf(operation)
  return (
    <div>
      <Text size="xs" c="dimmed" mt={6}>
        {words.contains}
      </Text>
      <ul className={classes['list']}>
        {steps.map((step, place) => (
          <li key={`${step.kind}-${String(place)}`}>
            {work.kinds([step.kind])}
            {step.texts.length === 0 ? '' : `: ${step.texts.join(' · ')}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** An operation arrives as headquarters stored it, so nothing is taken for granted. */
function stepsOf(operation: Readonly<Record<string, unknown>>): readonly { kind: string; texts: string[] }[] {
  const steps: unknown = operation['steps']
  return Array.isArray(steps)
    ? steps.map((step: unknown) => ({ kind: textOf(step, 'kind') ?? '', texts: textsOf(step) }))
    : []
}

function textsOf(step: unknown): string[] {
  const payload = isObject(step) ? step['payload'] : undefined
  const parts = [payload, isObject(payload) ? payload['changes'] : undefined]
  return parts.flatMap((part) =>
    readable.map((field) => textOf(part, field)).filter((text) => text !== undefined),
  )
}

function textOf(value: unknown, key: string): string | undefined {
  const text = isObject(value) ? value[key] : undefined
  return typeof text === 'string' && text !== '' ? text : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
