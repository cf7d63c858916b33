import { Textarea, type TextareaProps } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import { useWords } from '#renderer/words/words.ts'

const longestNote = 4000

export interface NoteFieldProps extends Omit<TextareaProps, 'value' | 'onChange' | 'error'> {
  readonly value: string
  readonly onChange: (text: string) => void
  /** What to say while it is empty and should not be. */
  readonly missing?: string | undefined
}

/** Words about a customer. Warns when they seem to hold a NIK, which must not stand in notes. */
export function NoteField({ value, onChange, missing, ...field }: NoteFieldProps) {
  const { work } = useWords()
  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={8}
      maxLength={longestNote}
      {...field}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={holdsNik(value) ? work.contact.holdsNik : missing}
    />
  )
}
