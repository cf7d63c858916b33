import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useSettings } from '#renderer/stores/settings.ts'

interface RupiahFieldProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  /** Digits; `''` while nothing is written. */
  readonly value: string
  readonly onChange: (digits: string) => void
}

/** Whole rupiah, with the separators of the language while it is typed. */
export function RupiahField({ value, onChange, ...field }: RupiahFieldProps) {
  const comma = useSettings(({ language }) => language === 'en')
  return (
    <NumberInput
      {...field}
      allowDecimal={false}
      allowNegative={false}
      allowLeadingZeros={false}
      hideControls
      maxLength={15}
      thousandSeparator={comma ? ',' : '.'}
      decimalSeparator={comma ? '.' : ','}
      value={value === '' ? '' : Number(value)}
      onChange={(typed) => onChange(typed === '' ? '' : String(Math.trunc(Number(typed)) || 0))}
    />
  )
}
