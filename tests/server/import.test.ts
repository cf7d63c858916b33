import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from './engines.ts'
import { hqDesk, mappings, type HqDesk } from './hq-desk.ts'

const complaints = join(mappings, 'telecom-complaints.json')
const heading =
  'Ticket #,Customer Complaint,Date,Date_month_year,Time,Received Via,City,State,Zip code,Status,Filing on Behalf of Someone'
const row = (
  id: string,
  more: { text?: string; date?: string; time?: string; via?: string; status?: string; city?: string } = {},
) =>
  [
    id,
    more.text ?? 'Slow',
    more.date ?? '22-04-2015',
    'x',
    more.time ?? '03:53:50 PM',
    more.via ?? 'Internet',
    more.city ?? 'Acworth',
    'Georgia',
    '3010',
    more.status ?? 'Open',
    'No',
  ].join(',')
const people = JSON.stringify({
  source: 'people',
  target: 'customers',
  sourceId: { column: 'id' },
  record: {
    code: { template: 'C-{id}' },
    kind: { constant: 'person' },
    provenance: { constant: 'verified' },
    segment: { constant: 'consumer' },
    valueTier: { constant: 'regular' },
    since: { column: 'since', dates: ['dd-MM-yyyy', 'dd-MMM-yy', 'MM/dd/yyyy'] },
    language: { constant: 'id' },
    name: { column: 'name' },
    phone: { column: 'phone', optional: true, as: 'phone' },
  },
})

describe.each(engines)('an import on %s', (engine) => {
  const held: { hq?: HqDesk } = {}
  const hq = () => {
    if (held.hq === undefined) throw new Error('not begun')
    return held.hq
  }
  beforeAll(async () => {
    held.hq = await hqDesk(engine)
    for (const centre of ['KDI', 'AMQ', 'KOE', 'SUB', 'DPS']) {
      await hq().run('centre', 'add', centre, '--name', centre, '--city', 'x', '--zone', 'WITA')
      await hq().run(
        'user',
        'add',
        `super.${centre}`,
        '--name',
        'S',
        '--role',
        'supervisor',
        '--centre',
        centre,
      )
    }
  })
  afterAll(() => held.hq?.[Symbol.asyncDispose]())

  const importComplaints = (lines: readonly string[], centre: string, ...more: string[]) =>
    hq().run(
      'import',
      'complaints',
      hq().file('c.csv', lines.join('\r\n')),
      '--mapping',
      complaints,
      '--centre',
      centre,
      ...more,
    )
  const importPeople = (text: string | Uint8Array, centre: string, ...more: string[]) =>
    hq().run(
      'import',
      'customers',
      hq().file('p.csv', text),
      '--mapping',
      hq().file('m.json', people),
      '--centre',
      centre,
      ...more,
    )
  const ticketsAt = async (centre: string) =>
    (await hq().all('tickets')).filter(({ centreId }) => centreId === centre)

  it('makes tickets with the thread that their status tells', async () => {
    const lines = [
      `\uFEFF${heading}`,
      row('100001'),
      row('100002', { status: 'Pending' }),
      row('100003', { status: 'Solved' }),
      row('100004', { status: 'Closed', date: '04-08-2015' }),
    ]
    expect(await importComplaints(lines, 'KDI')).toMatchObject({
      exit: 0,
      out: '4 rows: 4 taken (4 tickets, 12 ticketEvents), 0 refused.',
    })
    const tickets = (await ticketsAt('KDI')).toSorted((a, b) => (a.code < b.code ? -1 : 1))
    expect(tickets.map(({ code, status }) => [code, status])).toEqual([
      ['X-100001', 'open'],
      ['X-100002', 'pending_department'],
      ['X-100003', 'resolved'],
      ['X-100004', 'closed'],
    ])
    expect(new Date(tickets[0]?.openedAt ?? 0).toISOString()).toBe('2015-04-22T19:53:50.000Z')
    expect(new Date(tickets[3]?.openedAt ?? 0).toISOString()).toBe('2015-04-08T19:53:50.000Z')
    expect(tickets[0]).toMatchObject({
      channel: 'web',
      description: expect.stringContaining('03010') as unknown,
    })
    const supervisor = (await hq().all('reference')).find(({ code }) => code === 'super.kdi')
    expect(tickets.every(({ ownerId }) => ownerId === supervisor?.staffId)).toBe(true)
    expect((await hq().all('reference')).some(({ id }) => id === 'resolution:IMPOR')).toBe(true)
  })

  it('refuses each bad row with its line and reason and takes the others', async () => {
    const report = hq().file('report.csv', '')
    const lines = [
      heading,
      row('200001'),
      row('abc'),
      row('200001'),
      '',
      row('200002', { date: '31-31-2015' }),
      row('200003', { text: '' }),
      row('200004', { via: 'Pigeon' }),
      row('200005', { text: `"${'=x'.repeat(150)}"` }),
      row('200006', { text: '"two\r\nlines, and ""quotes"""' }),
      '200007,too,few',
      row('200008', { time: '25:00:00' }),
      row('200009', { text: 'a 5" pipe' }),
    ]
    expect((await importComplaints(lines, 'AMQ', '--report', report)).exit).toBe(3)
    const told = readFileSync(report, 'utf8').trim().split('\r\n')
    expect(told.map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
      'line,source_id,reason',
      '3,abc,bad_format',
      '4,200001,twice_in_file',
      '6,200002,bad_date',
      '7,200003,empty_field',
      '8,200004,bad_value',
      '9,200005,too_long',
      '12,200007,broken_row',
      '13,200008,bad_date',
    ])
    expect(told[6]).toMatch(/,'=x=x.*…$/)
    expect((await ticketsAt('AMQ')).map(({ code }) => code).toSorted()).toEqual([
      'X-200001',
      'X-200006',
      'X-200009',
    ])
  })

  it('never takes a row twice', async () => {
    const lines = [heading, row('300001'), row('300002')]
    expect((await importComplaints(lines, 'KOE')).exit).toBe(0)
    const again = await importComplaints([...lines, row('300003')], 'KOE')
    expect(again.exit).toBe(3)
    expect(again.out).toContain('already_imported: 2')
    // Not at another centre either.
    expect((await importComplaints(lines, 'SUB')).out).toContain('already_imported: 2')
    expect(await ticketsAt('KOE')).toHaveLength(3)
    expect(await ticketsAt('SUB')).toHaveLength(0)
  })

  it('keeps nothing on a dry run, and nothing with --all-or-nothing and one bad row', async () => {
    const before = await hq().database.query('select id, seq from partition order by id')
    expect((await importComplaints([heading, row('400001')], 'SUB', '--dry-run')).out).toMatch(
      /1 taken[\s\S]*nothing was kept/,
    )
    const all = await importComplaints([heading, row('400001'), row('x')], 'SUB', '--all-or-nothing')
    expect(all).toMatchObject({ exit: 3, out: expect.stringContaining('nothing was kept') as unknown })
    expect(await ticketsAt('SUB')).toHaveLength(0)
    expect(await hq().database.query('select id, seq from partition order by id')).toEqual(before)
  })

  it('reads semicolons, mixed dates and telephone numbers, and refuses a code that another has', async () => {
    const text =
      'id;name;since;phone\n1;Sari;02-03-2020;0817 1234 567\n2;Budi;5-Mei-19;\n3;Tono;05-Mei-19;+62 818-765-4321\n4;Ani;12/31/2021;12\n'
    const first = await importPeople(text, 'DPS')
    expect(first).toMatchObject({
      exit: 3,
      out: expect.stringContaining('2 taken (2 customers), 2 refused') as unknown,
    })
    const taken = (await hq().all('customers')).filter(({ homeCentreId }) => homeCentreId === 'DPS')
    expect(taken.map(({ name, since, phone }) => `${name} ${since} ${phone}`).toSorted()).toEqual([
      'Sari 2020-03-02 +628171234567',
      'Tono 2019-05-05 +628187654321',
    ])
    const other = people.replace('"people"', '"others"')
    const again = await hq().run(
      'import',
      'customers',
      hq().file('p.csv', text),
      '--mapping',
      hq().file('o.json', other),
      '--centre',
      'DPS',
    )
    expect(again.out).toContain('code_taken: 2')
  })

  it('does not begin with a file that lacks a column, is broken or is written in another encoding', async () => {
    const count = async () => (await hq().all('customers')).length
    const before = await count()
    expect((await importPeople('id,name\n9,x\n', 'DPS')).err).toMatch(/lacks the columns “since”, “phone”/)
    expect((await importPeople('id,name,name,since,phone\n', 'DPS')).err).toMatch(
      /two columns of the name “name”/,
    )
    expect(
      (await importPeople('id,name,since,phone\n9,A,01-01-2020,\n10,"B,01-01-2020,\n', 'DPS')).err,
    ).toMatch(/after line 2: a quotation mark is opened/)
    expect(
      (await importPeople(Buffer.from('id,name,since,phone\n9,Ren\xe9,01-01-2020,\n', 'latin1'), 'DPS')).err,
    ).toMatch(/not written in utf-8/)
    expect((await importPeople('', 'DPS')).err).toMatch(/is empty/)
    expect((await importPeople('id,name,since,phone\n', 'DPS')).exit).toBe(1)
    expect(await count()).toBe(before)
  })

  it('gives desks the import in steps of their feed that are not endless', async () => {
    const lines = [
      'id,name,since,phone',
      ...Array.from({ length: 1200 }, (_, n) => `${5000 + n},N${n},01-01-2020,`),
    ]
    expect((await importPeople(lines.join('\n'), 'SUB')).exit).toBe(0)
    const steps = await hq().database.query<{ many: number }>(
      `select count(*) as many from feed where partition = 'c:SUB' group by seq order by seq`,
    )
    expect(steps.map(({ many }) => many)).toEqual([500, 500, 200])
  })
})
