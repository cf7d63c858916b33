import { readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command, type Desk } from '#sync-server/hq/desk.ts'
import { freshCodes } from '#sync-server/hq/demo-codes.ts'
import type { DemoNotes } from '#sync-server/hq/demo-notes.ts'
import { seedDemo } from '#sync-server/hq/demo.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { minuteOf } from '#sync-server/hq/output/minute.ts'
import { tableOf } from '#sync-server/hq/output/table.ts'
import { demoNotesOf, isEmpty, setDemoNotes } from '#sync-server/storage/hq-demo.ts'

export const demo: Command = {
  words: 'demo',
  usage: '[--json]',
  says: 'Fills an empty database with the made-up operator, and shows how to sign in and enrol a desk. Can be repeated.',
  run: async (args, desk) => {
    const json = readArguments(args, { json: 'boolean' }).flag('json')
    const notes = await notesOn(desk)
    if (json) desk.out(JSON.stringify(notes))
    else for (const line of blockOf(notes)) desk.out(line)
    return allDone
  },
}

async function notesOn(desk: Desk): Promise<DemoNotes> {
  const database = await desk.database()
  const text = await demoNotesOf(database)
  if (text === undefined && !(await isEmpty(database)))
    throw new HqFault(
      'This database holds real records; the demo is made in an empty one only. Set LOKET_DATA to another folder.',
    )
  // Only `setDemoNotes` below and in the seeding writes it.
  const notes = text === undefined ? await seedDemo(database, desk) : (JSON.parse(text) as DemoNotes)
  return database.transaction(async (tx) => {
    const now = { ...notes, codes: await freshCodes(tx, desk.clock, notes.codes) }
    await setDemoNotes(tx, JSON.stringify(now))
    return now
  })
}

function blockOf({ people, codes, counts }: DemoNotes): string[] {
  const until = Math.min(...codes.map(({ expiresAt }) => expiresAt))
  return [
    `The made-up operator: ${counts.centres} centres, ${counts.customers} customers, ${counts.tickets} tickets, ${counts.contacts} contacts.`,
    '',
    ...tableOf(
      ['sign in as', 'password', 'role', 'centre', 'name'],
      people.map(({ username, password, role, centreId, name }) => [
        username,
        password,
        role,
        centreId,
        name,
      ]),
    ),
    '',
    `Codes to enrol a desk, each once, until ${minuteOf(until)}:`,
    ...codes.map(({ centreId, code }) => `  ${centreId.padEnd(4)} ${code}`),
  ]
}
