import { MultiSelect } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import { linesOf } from '#renderer/work/maintain/lines-of.ts'
import { useWords } from '#renderer/words/words.ts'

interface PlacesFieldsProps {
  /** One a line. */
  readonly centreIds: string
  readonly regions: string
  readonly onChange: (changes: { centreIds?: string; regions?: string }) => void
}

/** The centres where something holds: everywhere when nothing is chosen. */
export function PlacesFields({ onChange, ...chosen }: PlacesFieldsProps) {
  const { maintain } = useWords()
  const centres = useLive('centres') ?? []
  const regions = [...new Set(centres.flatMap(({ region }) => region ?? []))].toSorted()
  const many = (name: 'centreIds' | 'regions') => ({
    searchable: true,
    clearable: true,
    label: maintain[name],
    placeholder: chosen[name] === '' ? maintain.everywhere : '',
    value: linesOf(chosen[name]),
    onChange: (values: string[]) => onChange({ [name]: values.join('\n') }),
  })
  return (
    <>
      <MultiSelect {...many('regions')} data={regions} />
      <MultiSelect
        {...many('centreIds')}
        data={centres.map(({ code, name }) => ({ value: code, label: name ?? code }))}
      />
    </>
  )
}
