import { IconRocket } from '@tabler/icons-react'
import { Table } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/releases/releases.module.css'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** All releases that this desk holds, and which one its centre sells by. */
export function Published() {
  const { work, common } = useWords()
  const format = useFormat()
  const releases = useLive('releases')
  const current = useLive('catalogue')
  const words = work.releases
  if (releases === undefined) return <LoadingRows rows={4} label={common.loading} />
  if (releases.length === 0)
    return <EmptyState icon={IconRocket} title={words.none} text={work.catalogue.noneHint} />
  const markOf = (releaseId: string) => {
    if (releaseId === current?.release?.releaseId) return words.isActive
    return releaseId === current?.next?.release.releaseId ? words.isNext : ''
  }
  return (
    <div className={classes['scroll']}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.version}</Table.Th>
            <Table.Th>{words.effectiveFrom}</Table.Th>
            <Table.Th ta="end">{words.offerings}</Table.Th>
            <Table.Th>{words.publishedAt}</Table.Th>
            <Table.Th>{words.notes}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {releases.map((release) => (
            <Table.Tr key={release.id}>
              <Table.Td>
                <b>{release.version}</b> <span className={classes['quiet']}>{markOf(release.releaseId)}</span>
              </Table.Td>
              <Table.Td>{format.wall(release.effectiveFrom ?? '')}</Table.Td>
              <Table.Td ta="end">{format.count(release.offeringCount ?? 0)}</Table.Td>
              <Table.Td>
                {release.publishedAt === undefined ? '' : format.dateTime(release.publishedAt)}
              </Table.Td>
              <Table.Td>{release.notes}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
