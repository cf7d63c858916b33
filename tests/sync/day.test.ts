import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { dispositions } from '#domain/contact/contact.ts'
import { channels } from '#domain/contact/channel.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { kendari, registerMany, settled } from '#tests/sync/kendari.ts'
import { seeded } from '#tests/sync/seeded.ts'
import { conversation, ticket } from '#tests/sync/work.ts'

const dayMs = 86_400_000
const random = seeded(26)
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** Contacts of the last nine days, as they may happen; some of unknown people, some who come again for the same reason. */
async function talk(desk: TestDesk, customerIds: readonly string[], count: number): Promise<void> {
  for (let done = 0; done < count; done++) {
    const startedAt = desk.clock.now() - Math.floor(random() * 9 * dayMs)
    const handleSeconds = 30 + Math.floor(random() * 240)
    const { customerId: _, ...rest } = conversation('')
    await desk.must('closeContact', {
      contact: {
        ...rest,
        ...(random() < 0.2 ? {} : { customerId: pick(customerIds) }),
        startedAt,
        endedAt: startedAt + handleSeconds * 1000,
        handleSeconds,
        channel: pick(channels),
        disposition: pick(dispositions),
        reasonCode: pick(['KUOTA', 'SINYAL']),
      },
    })
  }
}

interface Row {
  readonly key: string
  readonly count: number
}

async function rowsOf(hq: TestHeadquarters, sql: string): Promise<Record<string, number>> {
  const rows = await hq.database.query<Row>(sql)
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]))
}

/** The same figures by SQL over headquarters' truth. */
async function bySql(hq: TestHeadquarters, now: number, days: number) {
  const local = `to_timestamp(started_at / 1000.0) at time zone 'Asia/Makassar'`
  const today = `(to_timestamp(${now} / 1000.0) at time zone 'Asia/Makassar')::date`
  const within = `from contact_view where centre_id = 'KDI' and (${local})::date > ${today} - ${days}`
  const grouped = (key: string) =>
    rowsOf(hq, `select (${key})::text as key, count(*)::int as count ${within} group by 1`)
  const followed = `select disposition, started_at,
      max(started_at) over (partition by coalesce(customer_id || ' ' || reason_code, id)) as last
    ${within} and disposition not in ('abandoned', 'wrong_number', 'no_show')`
  const settledFirst = `disposition in ('resolved', 'information_given') and started_at = last`
  return {
    byHour: await grouped(`extract(hour from ${local})::int`),
    byChannel: await grouped('channel'),
    byReason: await grouped('reason_code'),
    byAgent: await grouped('agent_id'),
    ...(await rowsOf(
      hq,
      `select 'contacts' as key, count(*)::int as count ${within}
       union all select 'seconds', sum(handle_seconds)::int ${within}
       union all select 'withinTarget', count(*)::int ${within} and handle_seconds <= 150
       union all select 'meant', count(*)::int from (${followed}) as a
       union all select 'settled', count(*)::int from (${followed}) as b where ${settledFirst}`,
    )),
  }
}

const counts = (rows: readonly { key: string; count: number }[]) =>
  Object.fromEntries(rows.map(({ key, count }) => [key, count]))

test('a supervisor’s figures of the day and of the week are those of SQL at headquarters', async () => {
  await using hq = await kendari()
  await using one = await testDesk(hq, { centreId: 'KDI', username: 'ani' })
  await using two = await testDesk(hq, { centreId: 'KDI', username: 'budi', seed: 2 })
  await using sari = await testDesk(hq, { centreId: 'KDI', username: 'sari', seed: 3 })
  const customers = await registerMany(one, 4)
  await settled(one)
  await settled(two)
  await talk(one, customers, 45)
  await talk(two, customers, 30)
  const { ticketId } = await one.must('openTicket', { ...ticket, customerId: customers[0] ?? '' })
  await one.must('moveTicket', { ticketId, to: 'open' })
  await one.must('moveTicket', { ticketId, to: 'resolved', resolutionCode: 'BERES' })
  await one.must('moveTicket', { ticketId, to: 'open', note: 'Datang lagi' })
  await settled(one)
  await settled(two)
  await settled(sari)

  const day = await sari.ask('day')
  const now = sari.clock.now()
  for (const [figures, days] of [
    [day?.today, 1],
    [day?.week, 7],
  ] as const) {
    const sql = await bySql(hq, now, days)
    expect(figures?.contacts).toBeGreaterThan(0)
    expect({
      contacts: figures?.contacts,
      seconds: Math.round((figures?.handle.mean ?? 0) * (figures?.contacts ?? 0)),
      withinTarget: figures?.handle.withinTarget,
      meant: figures?.firstContact.of,
      settled: figures?.firstContact.settled,
      byHour: Object.fromEntries(
        (figures?.byHour ?? []).flatMap((count, hour) => (count === 0 ? [] : [[String(hour), count]])),
      ),
      byChannel: counts(figures?.byChannel ?? []),
      byReason: counts(figures?.byReason ?? []),
      byAgent: Object.fromEntries(
        (figures?.byAgent ?? []).map(({ agentId, contacts }) => [agentId, contacts]),
      ),
    }).toEqual(sql)
    expect(figures?.byDay.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(figures?.contacts)
  }
  expect(day?.tickets).toMatchObject({ open: 1, late: 0, opened: 1, resolved: 1, reopened: 1 })
  expect(day?.agents.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.any(String)]))
  expect(day?.whole).toBe(true)

  // An agent leads no centre, and gets neither figures nor a file.
  expect(await one.ask('day')).toBeNull()
  expect(await one.run('exportDay', { range: 'today' })).toEqual({ ok: false, problem: 'not_permitted' })
  const file = await sari.must('exportDay', { range: 'week' })
  expect(file.count).toBe(day?.week.contacts)
  expect(file.text.trim().split('\r\n')).toHaveLength(file.count + 1)
  expect(file.text).not.toContain('Orang')
})
