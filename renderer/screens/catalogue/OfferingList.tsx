import { Checkbox } from '@mantine/core'
import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { RecordList } from '#renderer/ui/RecordList.tsx'
import classes from '#renderer/screens/catalogue/catalogue.module.css'
import { priceOf } from '#renderer/work/offering.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface OfferingListProps {
  readonly rows: readonly OfferingDraft[]
  readonly compared: readonly string[]
  /** No more can be compared. */
  readonly full: boolean
  readonly onPick: (code: string) => void
  readonly onActive: (code: string) => void
}

/** Offerings with their prices. Moving shows the description; the box in a row puts it into the comparison. */
export function OfferingList({ rows, compared, full, onPick, onActive }: OfferingListProps) {
  const words = useWords()
  const { work, terms } = words
  const format = useFormat()
  const language = useSettings((settings) => settings.language)
  const quiet = (text: string) => <span className={classes['quiet']}>{text}</span>
  return (
    <div className={classes['list']}>
      <RecordList
        label={work.catalogue.list}
        rows={rows}
        rowKey={({ code }) => code}
        onOpen={({ code }) => onActive(code)}
        onActive={({ code }) => onActive(code)}
        columns={[
          {
            key: 'pick',
            title: work.catalogue.compare,
            titleHidden: true,
            width: '24px',
            render: ({ code, name }) => (
              <Checkbox
                size="xs"
                aria-label={work.catalogue.comparePick(name[language])}
                title={full && !compared.includes(code) ? work.catalogue.compareFull : work.catalogue.compare}
                disabled={full && !compared.includes(code)}
                checked={compared.includes(code)}
                onClick={(event) => event.stopPropagation()}
                onChange={() => onPick(code)}
              />
            ),
          },
          {
            key: 'name',
            title: work.catalogue.name,
            width: 'minmax(160px, 1.6fr)',
            render: ({ name }) => name[language],
          },
          {
            key: 'line',
            title: work.catalogue.line,
            width: '96px',
            render: ({ line }) => quiet(terms.line[line]),
          },
          {
            key: 'payment',
            title: work.catalogue.paymentType,
            width: 'minmax(90px, 0.7fr)',
            render: ({ paymentType }) =>
              quiet(paymentType === 'both' ? work.catalogue.both : terms.offeringPaymentType[paymentType]),
          },
          {
            key: 'price',
            title: work.catalogue.price,
            width: '168px',
            align: 'end',
            render: (offering) => priceOf(offering, words, format),
          },
        ]}
      />
    </div>
  )
}
