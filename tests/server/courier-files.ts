import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { readAnswer, type ReadAnswer } from '#domain/courier/answer.ts'
import { readEnvelope, type Envelope } from '#domain/courier/envelope.ts'
import { toHex } from '#domain/courier/hex.ts'
import type { Bytes } from '#domain/courier/primitives.ts'
import { openFile, sealFile } from '#domain/courier/seal.ts'
import type { CourierWork } from '#domain/courier/work.ts'
import type { Checkpoint } from '#domain/sync/feed.ts'
import type { Enrolment } from '#domain/sync/session.ts'
import { nodePacking } from '#sync-server/courier/packing.ts'
import { nodePrimitives } from '#sync-server/courier/primitives.ts'
import type { TestHeadquarters } from './headquarters.ts'
import { runOn } from './run-on.ts'
import { deskOf, type Desk } from './wire-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'loket-courier-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const secrets = { sign: nodePrimitives.random(32), box: nodePrimitives.random(32) }
export const keys = {
  sign: toHex(nodePrimitives.signerOf(secrets.sign)),
  box: toHex(nodePrimitives.boxOf(secrets.box)),
}

/** A desk of Kendari that told its keys when it was enrolled. */
export async function deskWithKeys(hq: TestHeadquarters): Promise<Desk> {
  const code = await hq.deviceCode('KDI')
  const payload = { code, name: 'Loket 2', courier: keys }
  const { body } = await hq.ask<Enrolment>({ method: 'POST', url: '/v1/enrol', payload })
  return deskOf(hq, body, await hq.signIn(body, 'ani'))
}

interface Sent {
  readonly lines: readonly unknown[]
  readonly places?: Readonly<Record<string, Checkpoint>>
  readonly whole?: boolean
  readonly more?: Partial<CourierWork>
  readonly fileId?: string
}

/** A desk's file as it comes by courier. */
export async function workOf(hq: TestHeadquarters, desk: Desk, sent: Sent): Promise<Bytes> {
  const { deviceId, label, courier } = desk.enrolment
  if (courier === undefined) throw new Error('headquarters told no keys')
  const report = { waiting: sent.lines.length, ready: true, clientVersion: '1', clock: hq.clock.now() }
  const work = { protocol: 1, places: sent.places ?? {}, whole: sent.whole ?? false, report, ...sent.more }
  const packed = await nodePacking.pack([work, ...sent.lines].map((line) => JSON.stringify(line)))
  const { fileId = 'f1' } = sent
  const head = { kind: 'work' as const, fileId, deviceId, label, headquarters: courier.sign }
  return sealFile(
    nodePrimitives,
    { from: secrets, to: courier },
    { ...head, createdAt: hq.clock.now() },
    packed,
  )
}

export const run = (hq: TestHeadquarters, ...args: readonly string[]) => runOn(hq, args)

export const paths = { work: join(folder, 'work'), answer: join(folder, 'answer') }
/** Imports it at headquarters, which writes its answer. */
export async function hand(hq: TestHeadquarters, work: Bytes) {
  writeFileSync(paths.work, work)
  return run(hq, 'courier', 'import', paths.work, '--out', paths.answer)
}

/** The last answer, as the desk reads it. */
export async function opened(desk: Desk): Promise<ReadAnswer> {
  const file: Bytes = new Uint8Array(readFileSync(paths.answer))
  const envelope = (await readEnvelope(file, nodePrimitives.sha256)) as Envelope
  const from = desk.enrolment.courier ?? keys
  const packed = await openFile(nodePrimitives, { from, to: secrets }, envelope)
  const read = packed && (await readAnswer(nodePacking.unpack(packed, 100_000_000)))
  if (read === undefined) throw new Error('the answer is not what a desk reads')
  return read
}

export const changesIn = ({ pages }: ReadAnswer, partition: string) =>
  (pages.get(partition) ?? []).flatMap(({ text }) => JSON.parse(text).page.changes as { id: string }[])
