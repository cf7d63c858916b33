import { useState } from 'react'
import { Select } from '@mantine/core'
import type { SearchHit } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { typed } from '#renderer/work/typed.ts'
import { useLatest } from '#renderer/work/useLatest.ts'
import { useWords } from '#renderer/words/words.ts'

interface RecordPickerProps {
  readonly kind: 'customer' | 'ticket'
  readonly label: string
  readonly error: string | undefined
  readonly autoFocus: boolean
  readonly value: string
  readonly onChange: (id: string) => void
}

/** The customer or ticket that some work is about: the one it names, or another that is found by typing. */
export function RecordPicker({ kind, value, onChange, ...input }: RecordPickerProps) {
  const { items } = useWords()
  const [text, setText] = useState('')
  const answer = useLatest(useLive('search', text.trim(), 12))
  const present = usePresent(kind, value)
  const found = (text.trim() === '' ? [] : (answer?.hits ?? [])).flatMap((hit) => optionOf(kind, hit))
  const own = value === '' ? [] : [{ value, label: present ?? items.record.missing }]
  return (
    <Select
      {...input}
      {...typed}
      // What was found is shown as it is: it fits by its number too.
      filter={({ options }) => options}
      placeholder={items.record.find}
      nothingFoundMessage={items.record.nothing}
      data={[...own, ...found.filter((option) => option.value !== value)]}
      value={value === '' ? null : value}
      onSearchChange={setText}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}

function usePresent(kind: 'customer' | 'ticket', id: string): string | undefined {
  const customer = useLive('customer', kind === 'customer' ? id : '')?.customer
  const ticket = useLive('ticket', kind === 'ticket' ? id : '')?.ticket
  if (customer !== undefined) return `${customer.name} · ${customer.code}`
  return ticket === undefined ? undefined : `${ticket.code} · ${ticket.subject}`
}

function optionOf(kind: 'customer' | 'ticket', hit: SearchHit): { value: string; label: string }[] {
  if (hit.kind === 'customer' && kind === 'customer')
    return [{ value: hit.customerId, label: `${hit.name} · ${hit.code}` }]
  return hit.kind === 'ticket' && kind === 'ticket'
    ? [{ value: hit.ticketId, label: `${hit.code} · ${hit.subject}` }]
    : []
}
