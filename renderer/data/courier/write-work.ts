import type { CourierWork } from '#domain/courier/work.ts'
import { sealFile } from '#domain/courier/seal.ts'
import { partitionsOf } from '#domain/sync/feed.ts'
import { protocolVersion, type Enrolment } from '#domain/sync/session.ts'
import type { Done } from '#renderer/data/contract.ts'
import type { CourierFile } from '#renderer/data/courier/contract.ts'
import { courierSecrets } from '#renderer/data/courier/keys.ts'
import { asksForWhole, rememberExport } from '#renderer/data/courier/memory.ts'
import { webPacking } from '#renderer/data/courier/packing.ts'
import { webPrimitives } from '#renderer/data/courier/primitives.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { isPrimed } from '#renderer/data/prime.ts'
import { reportOf } from '#renderer/data/report.ts'

/**
 * Everything that headquarters has not answered, as one file, with the places from which on this desk wants to be told
 * what is new. Nothing counts as sent by it. [J1]
 */
export async function writeWork(desk: Desk): Promise<Done<CourierFile>> {
  const { core } = desk
  const own = core.enrolment.value
  if (own?.courier === undefined) return { ok: false, problem: 'courier_no_keys' }
  const report = await reportOf(desk)
  const [fileId, at] = [core.around.newId(), core.around.now()]
  const { unanswered, ...stand } = await core.exclusive(async () => {
    const stand = await standOf(desk, own)
    await rememberExport(core, { fileId, at, operations: stand.unanswered.length })
    return stand
  })
  const work: CourierWork = { protocol: protocolVersion, ...stand, report }
  const packed = await webPacking.pack([work, ...unanswered].map((line) => JSON.stringify(line)))
  const { deviceId, label } = own
  const bytes = await sealFile(
    webPrimitives,
    { from: courierSecrets(core.machine.keep), to: own.courier },
    { kind: 'work', fileId, deviceId, label, headquarters: own.courier.sign, createdAt: at },
    packed,
  )
  return { ok: true, value: { name: nameOf(label, at), bytes, operations: unanswered.length } }
}

/** What is unanswered and how far the feed came, at one moment. */
async function standOf({ core, checkpoints }: Desk, own: Enrolment) {
  const primed = await isPrimed(core)
  const carried = primed ? partitionsOf({ id: own.deviceId, centreId: own.centre.id }) : []
  const places = carried.flatMap((partition) => {
    const place = checkpoints.of(partition)
    return place === undefined ? [] : [[partition, place] as const]
  })
  return {
    unanswered: core.outbox
      .unsettled()
      .flatMap(({ operation, result }) => (result === undefined ? [operation] : [])),
    places: Object.fromEntries(places),
    whole: !primed || (await asksForWhole(core)),
  }
}

/** `loket-KDI1-20261123-0915.kurir`, in UTC so that names sort wherever they lie. */
function nameOf(label: string, at: number): string {
  const [day = '', clock = ''] = new Date(at).toISOString().split('T')
  return `loket-${label}-${day.replaceAll('-', '')}-${clock.slice(0, 5).replace(':', '')}.kurir`
}
