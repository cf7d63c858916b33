import { Value } from 'typebox/value'
import { readEnvelope } from '#domain/courier/envelope.ts'
import type { Bytes } from '#domain/courier/primitives.ts'
import { openFile } from '#domain/courier/seal.ts'
import { readWork, type CourierWork } from '#domain/courier/work.ts'
import type { ProblemCode } from '#domain/problems.ts'
import { Operation } from '#domain/sync/operation.ts'
import { oldestProtocol, protocolVersion } from '#domain/sync/session.ts'
import { courierKeysOf } from '#sync-server/storage/courier-keys.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { deviceOf, type Device } from '#sync-server/storage/devices.ts'
import { keysOf } from '#sync-server/storage/meta.ts'
import { readableOne } from '#sync-server/sync/take-operations.ts'
import { courierKeys, courierSecrets } from './keys.ts'
import { nodePacking } from './packing.ts'
import { nodePrimitives } from './primitives.ts'

/** More than a desk writes in years; a hostile one could pack far more into a small file. */
const mostText = 500_000_000

/** What a desk sent, whatever its present standing: that is for the caller to judge. */
export interface OpenedWork {
  readonly device: Device
  readonly fileId: string
  readonly work: CourierWork
  /** In the order of `deviceSeq`. */
  readonly operations: readonly Operation[]
  /** How many lines are no operations; over the line each would be refused with the request that brought it. */
  readonly unreadable: number
}

/** A whole file of work, read and checked to its last line; nothing is stored before that. */
export async function openWork(sql: Sql, file: Bytes): Promise<OpenedWork | ProblemCode> {
  const envelope = await readEnvelope(file, nodePrimitives.sha256)
  if (typeof envelope === 'string') return envelope
  const { header } = envelope
  const keys = await keysOf(sql)
  if (header.headquarters !== courierKeys(keys).sign) return 'courier_other_headquarters'
  if (header.kind !== 'work') return 'courier_wrong_way'
  const device = await deviceOf(sql, header.deviceId)
  if (device === undefined) return 'device_unknown'
  const signer = await courierKeysOf(sql, device.id)
  if (signer === undefined) return 'courier_no_keys'
  const packed = await openFile(nodePrimitives, { from: signer, to: courierSecrets(keys) }, envelope)
  if (packed === undefined) return 'courier_forged'
  // What is signed and yet no lines of JSON is of a version that this one does not understand.
  const read = await readWork(nodePacking.unpack(packed, mostText)).catch(() => undefined)
  if (read === undefined || read.work.protocol > protocolVersion) return 'courier_newer'
  if (read.work.protocol < oldestProtocol) return 'client_too_old'
  const operations = read.operations.filter(isOperation).toSorted((a, b) => a.deviceSeq - b.deviceSeq)
  const unreadable = read.operations.length - operations.length
  return { device, fileId: header.fileId, work: read.work, operations, unreadable }
}

function isOperation(value: unknown): value is Operation {
  return Value.Check(Operation, value) && readableOne(value) !== undefined
}
