import { useId } from 'react'
import { Input, PinInput } from '@mantine/core'
import { pinDigits } from '#domain/staff/pin.ts'
import { useWords } from '#renderer/words/words.ts'

interface PinFieldProps {
  readonly label: string
  readonly value: string
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly onChange: (digits: string) => void
  readonly onComplete?: (digits: string) => void
}

/** Six boxes for six digits, none of which can be read. */
export function PinField({ label, value, error, onChange, onComplete, ...rest }: PinFieldProps) {
  const { pin } = useWords()
  const id = useId()
  return (
    <Input.Wrapper id={id} label={label} error={error} labelElement="div">
      <PinInput
        {...rest}
        mask
        oneTimeCode={false}
        length={pinDigits}
        type="number"
        inputMode="numeric"
        value={value}
        error={error !== undefined}
        getInputProps={(place) => ({ 'aria-label': `${label}: ${pin.digit(String(place + 1))}` })}
        onChange={onChange}
        {...(onComplete === undefined ? {} : { onComplete })}
      />
    </Input.Wrapper>
  )
}
