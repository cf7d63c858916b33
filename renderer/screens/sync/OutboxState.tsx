import { Text } from '@mantine/core'
import type { OutboxRow, RecordState } from '#renderer/data/contract.ts'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import { useWords } from '#renderer/words/words.ts'

const recordStates: Readonly<Record<OutboxRow['state'], RecordState>> = {
  waiting: 'saved_here',
  parked: 'saved_here',
  accepted: 'at_headquarters',
  attention: 'attention',
}

/** The same chip that the record itself carries, and why it waits when headquarters said so. */
export function OutboxState({ row }: { readonly row: OutboxRow }) {
  const { common, problems } = useWords()
  return (
    <>
      <RecordChip
        state={recordStates[row.state]}
        words={common.recordStates}
        hints={common.recordStateHints}
      />
      {row.problem === undefined ? null : (
        <Text size="xs" c="dimmed">
          {problems[row.problem]}
        </Text>
      )}
    </>
  )
}
