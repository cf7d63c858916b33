import { Select } from '@mantine/core'
import { missedCallReason } from '#domain/contact/missed-call.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { typed } from '#renderer/work/typed.ts'
import { useWords } from '#renderer/words/words.ts'

interface ReasonSelectProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (reason: Reference | undefined) => void
  readonly error?: string | undefined
  readonly id?: string
  /** The field that a dialog puts the focus on. */
  readonly first?: boolean
}

/** Why the customer comes. Two or three letters find it. */
export function ReasonSelect({ label, value, onChange, error, id, first = false }: ReasonSelectProps) {
  const { work } = useWords()
  const reasons = useLive('reasons')
  const name = useReasonName()
  return (
    <Select
      {...typed}
      {...(id === undefined ? {} : { id })}
      {...(first ? { 'data-autofocus': true, autoFocus: true } : {})}
      label={label}
      placeholder={work.contact.reasonPlaceholder}
      clearable
      nothingFoundMessage={work.contact.reasonNone}
      maxDropdownHeight={260}
      data={(reasons ?? [])
        .filter(({ active }) => active)
        .map(({ code }) => ({ value: code, label: name(code) }))}
      value={value ?? null}
      onChange={(code) => onChange(reasons?.find((reason) => reason.code === code))}
      error={error}
    />
  )
}

/** What a reason or a resolution is called in the chosen language. */
export function useReasonName(kind: 'reasons' | 'resolutions' = 'reasons'): (code: string) => string {
  const known = useLive(kind)
  const language = useSettings((settings) => settings.language)
  const { calls } = useWords()
  const own = (code: string) => (code === missedCallReason ? calls.missedReason : code)
  return (code) => known?.find((one) => one.code === code)?.label?.[language] ?? own(code)
}
