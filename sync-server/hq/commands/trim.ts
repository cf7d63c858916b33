import { readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { trim } from '#sync-server/storage/trim.ts'

const day = 86_400_000
/** A desk sends what was accepted in the last 30 days once more when it primes anew. */
const fewest = 31

export const trimHistory: Command = {
  words: 'trim',
  usage: '[--days 400]',
  says: 'Forgets places in the feeds’ history that are older. A desk that was away for longer primes anew and keeps its work.',
  run: async (args, desk) => {
    const days = Number(readArguments(args, { days: 'string' }).text('days') ?? 400)
    if (!Number.isInteger(days) || days < fewest)
      throw new HqFault(`--days is a whole number of ${fewest} or more.`)
    const database = await desk.database()
    const { places, departures } = await database.transaction((tx) => trim(tx, desk.clock.now() - days * day))
    desk.out(`${places} places and ${departures} departures older than ${days} days are forgotten.`)
    return allDone
  },
}
