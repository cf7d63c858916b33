import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hqDesk, mappings, root, type HqDesk } from './hq-desk.ts'

const data = join(root, '../shared/data')
const there = existsSync(join(data, 'telco-customers.csv'))
if (!there) console.log(`The real files are not in ${data}; their import is not tested.`)

describe.skipIf(!there)('the real files', { timeout: 120_000 }, () => {
  const held: { hq?: HqDesk } = {}
  const run = (...args: string[]) => (held.hq ?? missing()).run(...args)
  beforeAll(async () => {
    held.hq = await hqDesk()
    await run('centre', 'add', 'KDI', '--name', 'Loket Kendari', '--city', 'Kendari', '--zone', 'WITA')
    await run('user', 'add', 'hasna', '--name', 'Hasna', '--role', 'supervisor', '--centre', 'KDI')
  })
  afterAll(() => held.hq?.[Symbol.asyncDispose]())

  const importFile = (target: string, name: string) =>
    run(
      'import',
      target,
      join(data, `${name}.csv`),
      '--mapping',
      join(mappings, `${name}.json`),
      '--centre',
      'KDI',
    )

  it('bring all 7,043 customers with 11,878 lines, and none twice', async () => {
    expect(await importFile('customers', 'telco-customers')).toMatchObject({
      exit: 0,
      out: '7043 rows: 7043 taken (7043 customers, 11878 subscriptions), 0 refused.',
    })
    expect((await importFile('customers', 'telco-customers')).out).toContain('already_imported: 7043')
    const lines = (await held.hq?.all('subscriptions')) ?? []
    // 5,174 customers stay, and each has one bill.
    expect(lines.filter(({ bill }) => bill !== undefined)).toHaveLength(5174)
  })

  it('bring 2,223 complaints and explain the one without a number', async () => {
    const { exit, out } = await importFile('complaints', 'telecom-complaints')
    expect(exit).toBe(3)
    expect(out).toContain('2224 rows: 2223 taken (2223 tickets, 7039 ticketEvents), 1 refused.')
    expect(out).toContain(
      'line 1036, comcas: “comcas” in the column “Ticket #” is not a number of six digits.',
    )
  })

  it('have all complaints opened from April to June 2015, in the order of their numbers', async () => {
    const tickets = ((await held.hq?.all('tickets')) ?? []).toSorted((a, b) => (a.code < b.code ? -1 : 1))
    const months = new Set(
      tickets.map(({ openedAt }) => new Date(openedAt - 4 * 3_600_000).toISOString().slice(0, 7)),
    )
    expect(months).toEqual(new Set(['2015-04', '2015-05', '2015-06']))
    const backwards = tickets.filter(
      ({ openedAt }, index) => openedAt < (tickets[index - 1]?.openedAt ?? 0) - 7 * 86_400_000,
    )
    expect(backwards.length).toBeLessThan(20)
  })
})

function missing(): never {
  throw new Error('not begun')
}
