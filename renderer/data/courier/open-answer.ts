import { readAnswer, type ReadAnswer } from '#domain/courier/answer.ts'
import { readEnvelope, type CourierHeader } from '#domain/courier/envelope.ts'
import type { Bytes } from '#domain/courier/primitives.ts'
import { openFile } from '#domain/courier/seal.ts'
import type { ProblemCode } from '#domain/problems.ts'
import { protocolVersion, type Enrolment } from '#domain/sync/session.ts'
import { courierSecrets } from '#renderer/data/courier/keys.ts'
import { webPacking } from '#renderer/data/courier/packing.ts'
import { webPrimitives } from '#renderer/data/courier/primitives.ts'
import type { DeskCore } from '#renderer/data/desk-core.ts'

/** More than any centre's text. */
const mostText = 4_000_000_000

/** A whole answer to this desk, read and checked to its last line; nothing is stored before that. [J5] */
export async function openAnswer(
  { enrolment, machine }: Pick<DeskCore, 'enrolment' | 'machine'>,
  file: Bytes,
): Promise<ReadAnswer | ProblemCode> {
  const own = enrolment.value
  const envelope = await readEnvelope(file, webPrimitives.sha256)
  if (typeof envelope === 'string') return envelope
  if (own?.courier === undefined) return 'courier_no_keys'
  const stranger = strangenessOf(envelope.header, own, own.courier.sign)
  if (stranger !== undefined) return stranger
  const keys = { from: own.courier, to: courierSecrets(machine.keep) }
  const packed = await openFile(webPrimitives, keys, envelope)
  if (packed === undefined) return 'courier_forged'
  // What is signed and yet no lines of JSON is of a version that this one does not understand.
  const read = await readAnswer(webPacking.unpack(packed, mostText)).catch(() => undefined)
  return read === undefined || read.answer.protocol > protocolVersion ? 'courier_newer' : read
}

function strangenessOf(header: CourierHeader, own: Enrolment, headquarters: string): ProblemCode | undefined {
  if (header.headquarters !== headquarters) return 'courier_other_headquarters'
  if (header.deviceId !== own.deviceId) return 'courier_other_desk'
  return header.kind === 'answer' ? undefined : 'courier_wrong_way'
}
