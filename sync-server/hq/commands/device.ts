import { centrePartition, globalPartition } from '#domain/sync/feed.ts'
import { createDeviceCode } from '#sync-server/auth/device-codes.ts'
import { readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command, type Desk } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { minuteOf } from '#sync-server/hq/output/minute.ts'
import { tableOf } from '#sync-server/hq/output/table.ts'
import { recordsIn } from '#sync-server/storage/feed.ts'
import { devicesOf, setDeviceStatus } from '#sync-server/storage/devices.ts'

const hour = 3_600_000

export const createCode: Command = {
  words: 'device code',
  usage: '--centre <code> [--hours 24]',
  says: 'A code that makes one PC a desk of the centre, once.',
  run: async (args, desk) => {
    const read = readArguments(args, { centre: 'string', hours: 'string' })
    const centreId = read.needed('centre').toUpperCase()
    const hours = Number(read.text('hours') ?? 24)
    if (!Number.isInteger(hours) || hours < 1 || hours > 720)
      throw new HqFault('--hours is a whole number from 1 to 720.')
    const code = await createDeviceCode(await desk.database(), desk.clock, { centreId, ttl: hours * hour })
    if (code === undefined) throw new HqFault(`There is no centre ${centreId}.`)
    desk.out(code)
    desk.err(`For one desk of ${centreId}, until ${minuteOf(desk.clock.now() + hours * hour)}.`)
    const records = await recordsIn(await desk.database(), [globalPartition, centrePartition(centreId)])
    if (records > desk.mostRecords())
      desk.err(
        `A desk there would carry ${records} records, more than the ${desk.mostRecords()} that were agreed, and will not be primed; see LOKET_MOST_RECORDS.`,
      )
    return allDone
  },
}

export const listDevices: Command = {
  words: 'device list',
  usage: '',
  says: 'Every desk with what it last said of itself.',
  run: async (args, desk) => {
    readArguments(args, {})
    const devices = await devicesOf(await desk.database())
    const rows = devices.map(({ label, centreId, name, status, seenAt, report }) => [
      label,
      centreId,
      name,
      status,
      seenAt === null ? 'never' : minuteOf(seenAt),
      report === null ? '' : String(report.waiting),
    ])
    for (const line of tableOf(['label', 'centre', 'name', 'status', 'seen', 'waiting'], rows)) desk.out(line)
    return allDone
  },
}

export const revokeDevice: Command = {
  words: 'device revoke',
  usage: '<label>',
  says: 'Ends a desk’s access. At its next contact it hands over its unsent work, for a person to decide, and wipes itself.',
  run: (args, desk) => endDevice(args, desk, 'revoked'),
}

export const loseDevice: Command = {
  words: 'device lost',
  usage: '<label>',
  says: 'The same for a desk that was lost or stolen, so that the list tells them apart.',
  run: (args, desk) => endDevice(args, desk, 'lost'),
}

async function endDevice(args: readonly string[], desk: Desk, status: 'revoked' | 'lost'): Promise<number> {
  const label = (readArguments(args, {}, ['label']).positionals[0] ?? '').toUpperCase()
  const database = await desk.database()
  const device = (await devicesOf(database)).find((each) => each.label === label)
  if (device === undefined) throw new HqFault(`There is no desk ${label}.`)
  await setDeviceStatus(database, device.id, status)
  desk.out(`Desk ${label} has no access any more, and wipes itself at its next contact.`)
  desk.out(
    `What it had not sent comes to the supervisor of ${device.centreId}, and is not applied by itself.`,
  )
  return allDone
}
