import { Table } from '@mantine/core'
import type { OutboxRow } from '#renderer/data/contract.ts'
import { OutboxState } from '#renderer/screens/sync/OutboxState.tsx'
import { useWorkWords } from '#renderer/work/useWorkWords.ts'
import { useClock } from '#renderer/ui/useClock.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'

/** Waiting work first, then what headquarters answered last. */
export function OutboxList({ rows }: { readonly rows: readonly OutboxRow[] }) {
  const words = useWords().frame.sync
  const format = useFormat()
  const work = useWorkWords()
  const now = useClock(10_000)
  return (
    <Table aria-label={words.outbox} mt="xs" className={classes['outbox']}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.kind}</Table.Th>
          <Table.Th>{words.by}</Table.Th>
          <Table.Th>{words.age}</Table.Th>
          <Table.Th className={classes['outcome']}>{words.state}</Table.Th>
          <Table.Th ta="end" className={classes['tries']}>
            {words.tries}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.opId} data-op={row.opId} data-state={row.state}>
            <Table.Td>{work.kinds(row.kinds)}</Table.Td>
            <Table.Td>{work.person(row.actorId)}</Table.Td>
            <Table.Td title={format.dateTime(row.capturedAt)}>
              <span className={classes['clock']}>{format.when(row.capturedAt, now)} · </span>
              {format.ago(row.capturedAt, now)}
            </Table.Td>
            <Table.Td className={classes['outcome']}>
              <OutboxState row={row} />
            </Table.Td>
            <Table.Td ta="end" className={classes['tries']}>
              {row.tries === 0 ? '–' : format.count(row.tries)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
