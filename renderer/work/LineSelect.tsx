import { Select } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import { useWords } from '#renderer/words/words.ts'

interface LineSelectProps {
  readonly customerId: string
  readonly value?: string
  readonly onChange?: (subscriptionId: string) => void
}

/** Which of the customer's subscriptions it is about; `''` for none of them. */
export function LineSelect({ customerId, value, onChange }: LineSelectProps) {
  const { work, terms } = useWords()
  const lines = useLive('subscriptionsOf', customerId) ?? []
  if (lines.length === 0) return null
  return (
    <Select
      label={work.ticketForm.line}
      placeholder={work.ticketForm.noLine}
      clearable
      data={lines.map((line) => ({
        value: line.id,
        label: `${terms.line[line.line]} · ${line.offeringName}`,
      }))}
      value={value === '' ? null : (value ?? null)}
      onChange={(id) => onChange?.(id ?? '')}
    />
  )
}
