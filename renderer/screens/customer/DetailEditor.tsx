import { useState, type KeyboardEvent } from 'react'
import { NativeSelect, TextInput } from '@mantine/core'
import { amendable, type Customer } from '#domain/customer/customer.ts'
import { choicesOf, stored, whyNot } from '#renderer/screens/customer/detail.ts'
import type { DetailName } from '#renderer/screens/customer/Details.tsx'
import { useAmend } from '#renderer/screens/customer/useAmend.ts'
import { optionsOf } from '#renderer/work/options.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useWords } from '#renderer/words/words.ts'

interface DetailEditorProps {
  readonly customer: Customer
  readonly field: DetailName
  readonly label: string
  readonly typed: string
  readonly onType: (text: string) => void
  readonly onDone: (changed: boolean) => void
}

/** Enter saves, Escape leaves the value as it was. */
export function DetailEditor({ customer, field, label, typed, onType, onDone }: DetailEditorProps) {
  const words = useWords()
  const [base] = useState(customer[field] ?? '')
  const [wrong, setWrong] = useState(false)
  const { amend, running, problem } = useAmend(customer, field, base)
  async function save(): Promise<void> {
    if (stored(field, typed) === undefined) return setWrong(true)
    if (await amend(typed)) onDone(stored(field, typed) !== base)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onDone(false)
    else void save()
  }
  const common = {
    autoFocus: true,
    'aria-label': label,
    value: typed,
    disabled: running,
    error: wrong ? whyNot(field, words) : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      setWrong(false)
      onType(event.currentTarget.value)
    },
    onKeyDown,
  }
  return (
    <>
      {field === 'gender' || field === 'language' ? (
        <NativeSelect
          {...common}
          data={[
            ...(typed === '' ? [{ value: '', label: '' }] : []),
            ...optionsOf(choicesOf[field] as readonly string[], words.terms[field]),
          ]}
        />
      ) : (
        <TextInput
          {...common}
          type={field === 'birthDate' ? 'date' : 'text'}
          maxLength={'maxLength' in amendable[field] ? Number(amendable[field].maxLength) + 8 : 300}
        />
      )}
      <ProblemNote problem={problem} />
    </>
  )
}
