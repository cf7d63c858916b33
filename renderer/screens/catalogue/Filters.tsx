import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { lines, paymentTypes } from '#domain/subscription/subscription.ts'
import classes from '#renderer/screens/catalogue/catalogue.module.css'
import type { Filter } from '#renderer/screens/catalogue/filter.ts'
import { optionsOf } from '#renderer/work/options.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface FiltersProps {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  readonly count: number
}

export function Filters({ filter, onChange, count }: FiltersProps) {
  const { work, terms } = useWords()
  const format = useFormat()
  const all = { value: '', label: work.catalogue.all }
  return (
    <search className={classes['filters']}>
      <TextInput
        autoFocus
        className={classes['search']}
        aria-label={work.catalogue.search}
        placeholder={work.catalogue.searchPlaceholder}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={work.catalogue.line}
        data={[
          { value: '', label: `${work.catalogue.line}: ${work.catalogue.all}` },
          ...optionsOf(lines, terms.line),
        ]}
        value={filter.line}
        onChange={(event) => onChange({ ...filter, line: event.currentTarget.value as Filter['line'] })}
      />
      <SegmentedControl
        aria-label={work.catalogue.paymentType}
        data={[all, ...optionsOf(paymentTypes, terms.paymentType)]}
        value={filter.paymentType}
        onChange={(paymentType) => onChange({ ...filter, paymentType: paymentType as Filter['paymentType'] })}
      />
      <span className={classes['quiet']} role="status">
        {work.catalogue.count(format.count(count))}
      </span>
    </search>
  )
}
