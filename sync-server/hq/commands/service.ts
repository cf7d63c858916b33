import { readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { storeReference } from '#sync-server/hq/store-reference.ts'
import { recordOf } from '#sync-server/storage/documents.ts'

export const addService: Command = {
  words: 'service add',
  usage: '<code> --prefix <letter> --id <name> --en <name>',
  says: 'A service that visitors queue for, at every centre. The letter begins its numbers (A1-023).',
  run: async (args, desk) => {
    const read = readArguments(args, { prefix: 'string', id: 'string', en: 'string' }, ['code'])
    const code = (read.positionals[0] ?? '').toUpperCase()
    const prefix = read.needed('prefix').toUpperCase()
    if (!/^[A-Z]{1,2}$/.test(prefix)) throw new HqFault(`“${prefix}” is no prefix; write one or two letters.`)
    const label = { id: read.needed('id'), en: read.needed('en') }
    const record = {
      id: `service:${code}`,
      rev: 0,
      kind: 'service',
      code,
      prefix,
      label,
      active: true,
    } as const
    const database = await desk.database()
    await database.transaction(async (tx) => {
      if ((await recordOf(tx, 'reference', record.id)) !== undefined)
        throw new HqFault(`The service ${code} exists already.`)
      await storeReference(tx, desk.clock, record)
    })
    desk.out(`Service ${code} is there; its numbers begin with ${prefix}.`)
    return allDone
  },
}
