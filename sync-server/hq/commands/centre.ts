import { centrePartition, globalPartition } from '#domain/sync/feed.ts'
import { linkKinds, zones } from '#domain/reference/reference.ts'
import { oneOfWords, readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { tableOf } from '#sync-server/hq/output/table.ts'
import { storeReference } from '#sync-server/hq/store-reference.ts'
import { recordOf } from '#sync-server/storage/documents.ts'
import { recordsIn } from '#sync-server/storage/feed.ts'
import { centresOf } from '#sync-server/storage/people.ts'

export const addCentre: Command = {
  words: 'centre add',
  usage:
    '<code> --name <name> --city <city> --zone WIB|WITA|WIT [--region <region>] [--link always|sometimes|courier]',
  says: 'A new service centre. The code (KDI) begins the labels of its desks and the codes of its tickets.',
  run: async (args, desk) => {
    const options = {
      name: 'string',
      city: 'string',
      zone: 'string',
      region: 'string',
      link: 'string',
    } as const
    const read = readArguments(args, options, ['code'])
    const code = (read.positionals[0] ?? '').toUpperCase()
    if (!/^[A-Z0-9]{2,10}$/.test(code))
      throw new HqFault(`“${code}” is no code of a centre; write 2 to 10 letters and digits.`)
    const region = read.text('region')
    const record = {
      id: `centre:${code}`,
      rev: 0,
      kind: 'centre' as const,
      code,
      name: read.needed('name'),
      city: read.needed('city'),
      zone: oneOfWords(read.needed('zone'), zones, '--zone'),
      link: oneOfWords(read.text('link') ?? 'always', linkKinds, '--link'),
      ...(region === undefined ? {} : { region }),
      active: true,
    }
    const database = await desk.database()
    await database.transaction(async (tx) => {
      if ((await recordOf(tx, 'reference', record.id)) !== undefined)
        throw new HqFault(`The centre ${code} exists already.`)
      await storeReference(tx, desk.clock, record)
    })
    desk.out(`Centre ${code} is there. Next: npm run hq -- user add <username> --centre ${code} …`)
    return allDone
  },
}

export const listCentres: Command = {
  words: 'centre list',
  usage: '',
  says: 'Every active centre, and how many records a desk there carries.',
  run: async (args, desk) => {
    readArguments(args, {})
    const database = await desk.database()
    const most = desk.mostRecords()
    const rows: string[][] = []
    for (const { code, name, zone } of await centresOf(database)) {
      const records = await recordsIn(database, [globalPartition, centrePartition(code)])
      rows.push([code, name, zone, String(records), records > most ? `more than ${most}: not primed` : ''])
    }
    for (const line of tableOf(['code', 'name', 'zone', 'records', ''], rows)) desk.out(line)
    return allDone
  },
}
