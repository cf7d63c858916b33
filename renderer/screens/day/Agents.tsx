import { Table } from '@mantine/core'
import type { AgentDay } from '#renderer/data/contract-day.ts'
import classes from '#renderer/screens/day/day.module.css'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Who has served whom how long; no ranking. */
export function Agents({ agents }: { readonly agents: readonly AgentDay[] }) {
  const { day, frame } = useWords()
  const format = useFormat()
  const now = useClock(60_000)
  return (
    <section aria-labelledby="day-agents">
      <SectionTitle id="day-agents">{day.agents}</SectionTitle>
      {agents.length === 0 ? <p className={classes['calm']}>{day.noAgents}</p> : null}
      {agents.length === 0 ? null : (
        <Table aria-labelledby="day-agents" className={classes['agents']}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{day.agent}</Table.Th>
              <Table.Th>{day.contacts}</Table.Th>
              <Table.Th>{day.handle}</Table.Th>
              <Table.Th>{day.lastContact}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...agents]
              .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))
              .map(({ agentId, name, contacts, meanHandle, lastAt }) => (
                <Table.Tr key={agentId}>
                  <Table.Td>{name ?? frame.sync.someone}</Table.Td>
                  <Table.Td>{format.count(contacts)}</Table.Td>
                  <Table.Td>{format.duration(Math.round(meanHandle))}</Table.Td>
                  <Table.Td>{format.ago(lastAt, now)}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  )
}
