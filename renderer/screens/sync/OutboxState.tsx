import { Text } from '@mantine/core'
import type { OutboxRow, RecordState } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { RecordChip } from '#renderer/ui/RecordChip.tsx'
import { useWords } from '#renderer/words/words.ts'

const recordStates: Readonly<Record<OutboxRow['state'], RecordState>> = {
  waiting: 'saved_here',
  parked: 'saved_here',
  handed_in: 'saved_here',
  accepted: 'at_headquarters',
  attention: 'attention',
}

/** The same chip that the record itself carries, and why it waits when headquarters said so. */
export function OutboxState({ row }: { readonly row: OutboxRow }) {
  const { common, frame, problems } = useWords()
  const centre = useLive('centres')?.find(({ code }) => code === row.movedTo)
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
      {row.movedTo === undefined ? null : (
        <Text size="xs" c="dimmed">
          {frame.sync.movedTo(centre?.name ?? frame.sync.anotherCentre)}
        </Text>
      )}
    </>
  )
}
