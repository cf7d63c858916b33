import { Checkbox, TextInput } from '@mantine/core'
import type { ServiceFault, Written } from '#renderer/screens/queue/service-filled.ts'
import { PlacesFields } from '#renderer/work/maintain/PlacesFields.tsx'
import { useWords } from '#renderer/words/words.ts'

interface ServiceFieldsProps {
  readonly written: Written
  readonly isNew: boolean
  readonly faults: readonly ServiceFault[]
  readonly onChange: (changes: Partial<Written>) => void
}

/** A service of the queue: what it is called, its letter, its turn, and where it is given. */
export function ServiceFields({ written, isNew, faults, onChange }: ServiceFieldsProps) {
  const words = useWords().queue.services
  const text = (field: keyof typeof words.field, most: number, ...may: readonly ServiceFault[]) => {
    const fault = may.find((each) => faults.includes(each))
    return {
      id: `service-${field}`,
      label: words.field[field],
      value: written[field],
      maxLength: most,
      error: fault === undefined ? undefined : words.wrong[fault],
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange({ [field]: event.currentTarget.value }),
    }
  }
  return (
    <>
      <TextInput
        {...text('code', 32, 'code', 'taken')}
        data-autofocus={isNew}
        description={words.codeHint}
        disabled={!isNew}
      />
      <TextInput {...text('labelId', 120, 'label')} />
      <TextInput {...text('labelEn', 120)} />
      <TextInput {...text('prefix', 2, 'prefix', 'letterTaken')} description={words.prefixHint} />
      <TextInput {...text('place', 2, 'place')} inputMode="numeric" description={words.placeHint} />
      <TextInput
        {...text('headStart', 2, 'headStart')}
        inputMode="numeric"
        description={words.headStartHint}
      />
      <PlacesFields centreIds={written.centreIds} regions={written.regions} onChange={onChange} />
      <Checkbox
        label={words.active}
        description={words.activeHint}
        checked={written.active !== ''}
        onChange={(event) => onChange({ active: event.currentTarget.checked ? 'yes' : '' })}
      />
    </>
  )
}
