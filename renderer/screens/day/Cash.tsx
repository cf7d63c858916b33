import { useState } from 'react'
import { Button, Table } from '@mantine/core'
import { differenceOf } from '#domain/payment/drawer-count.ts'
import type { CashFigures } from '#domain/day/cash-figures.ts'
import type { CashView, CountRow } from '#renderer/data/contract-payments.ts'
import { CountDrawer } from '#renderer/screens/day/CountDrawer.tsx'
import { differenceWords } from '#renderer/screens/day/difference-words.ts'
import classes from '#renderer/screens/day/day.module.css'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** A row's name is as large as its numbers; the theme means the heads of columns. */
const asWhatItNames = { fontSize: 'inherit', fontWeight: 'inherit', color: 'inherit' }

/** What came in today at this counter and at the whole centre, and what the drawer says to it. */
export function Cash({ cash }: { readonly cash: CashView }) {
  const { payments } = useWords()
  const words = payments.cash
  const permits = usePermits()
  const [counting, setCounting] = useState(false)
  const isAny = cash.centre.receipts + cash.centre.reversals > 0
  return (
    <section aria-labelledby="day-cash">
      <SectionTitle
        id="day-cash"
        aside={
          permits('countDrawer') ? (
            <Button size="compact-sm" variant="default" onClick={() => setCounting(true)}>
              {cash.counts.length === 0 ? words.count : words.countAgain}
            </Button>
          ) : undefined
        }
      >
        {words.title}
      </SectionTitle>
      {cash.whole ? null : <ErrorNote tone="calm">{words.partly}</ErrorNote>}
      {isAny ? (
        <div className={classes['cash']}>
          <Sums name={words.of.here} figures={cash.here} />
          <Sums name={words.of.centre} figures={cash.centre} />
        </div>
      ) : (
        <p className={classes['calm']}>{words.none}</p>
      )}
      <p className={classes['calm']}>{words.hint}</p>
      {cash.counts.length === 0 ? null : (
        <ul className={classes['counts']}>
          {cash.counts.map((row) => (
            <Counted key={row.count.id} row={row} />
          ))}
        </ul>
      )}
      {counting ? <CountDrawer cash={cash} onClose={() => setCounting(false)} /> : null}
    </section>
  )
}

function Sums({ name, figures }: { readonly name: string; readonly figures: CashFigures }) {
  const { payments } = useWords()
  const { cash: words, method } = payments
  const format = useFormat()
  const rows = [
    ...figures.byMethod.map((each) => ({ ...each, key: method[each.method] })),
    { ...figures, key: words.sum },
  ]
  return (
    <Table captionSide="top" className={classes['sums']}>
      <Table.Caption>{name}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.method}</Table.Th>
          <Table.Th>{words.receipts}</Table.Th>
          <Table.Th>{words.reversals}</Table.Th>
          <Table.Th>{words.amount}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, receipts, reversals, amount }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" style={asWhatItNames}>
              {key}
            </Table.Th>
            <Table.Td>{format.count(receipts)}</Table.Td>
            <Table.Td>{format.count(reversals)}</Table.Td>
            <Table.Td>{format.money(amount)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Counted({ row: { count, countedByName } }: { readonly row: CountRow }) {
  const { payments, frame } = useWords()
  const format = useFormat()
  const difference = differenceOf(count)
  return (
    <li data-exact={difference === 0}>
      {payments.cash.last(
        format.time(count.capturedAt),
        countedByName ?? frame.sync.someone,
        format.money(count.counted),
        differenceWords(difference, payments, format),
      )}
      {count.note === undefined ? null : <small>{count.note}</small>}
    </li>
  )
}
