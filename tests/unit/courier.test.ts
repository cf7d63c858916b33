import { describe, expect, test } from 'vitest'
import { readAnswer, type CourierRun } from '#domain/courier/answer.ts'
import { boundOf, readEnvelope, type Envelope } from '#domain/courier/envelope.ts'
import { joined } from '#domain/joined.ts'
import { toHex } from '#domain/courier/hex.ts'
import type { Bytes, CourierPrimitives, Packing } from '#domain/courier/primitives.ts'
import { openFile, sealFile } from '#domain/courier/seal.ts'
import { readWork } from '#domain/courier/work.ts'
import { webPacking } from '#renderer/data/courier/packing.ts'
import { webPrimitives } from '#renderer/data/courier/primitives.ts'
import { nodePacking } from '#sync-server/courier/packing.ts'
import { nodePrimitives } from '#sync-server/courier/primitives.ts'

interface Side {
  readonly name: string
  readonly primitives: CourierPrimitives
  readonly packing: Packing
}
const desk: Side = { name: 'a desk', primitives: webPrimitives, packing: webPacking }
const headquarters: Side = { name: 'headquarters', primitives: nodePrimitives, packing: nodePacking }
const sides = [desk, headquarters]

function keysOf({ primitives }: Side) {
  const secrets = { sign: primitives.random(32), box: primitives.random(32) }
  const keys = {
    sign: toHex(primitives.signerOf(secrets.sign)),
    box: toHex(primitives.boxOf(secrets.box)),
  }
  return { secrets, keys }
}

const writer = keysOf(desk)
const reader = keysOf(headquarters)
const stranger = keysOf(desk)
const head = {
  kind: 'work',
  fileId: 'f1',
  deviceId: 'd1',
  label: 'KDI1',
  headquarters: reader.keys.sign,
  createdAt: Date.UTC(2026, 10, 23),
} as const
const lines = ['{"a":1}', '{"nama":"Siti Nurhaliza – Rahmah"}', JSON.stringify('x'.repeat(100_000))]

const seal = async (by: Side, text: readonly string[] = lines) =>
  sealFile(by.primitives, { from: writer.secrets, to: reader.keys }, head, await by.packing.pack(text))

async function unseal(by: Side, file: Bytes, keys = { from: writer.keys, to: reader.secrets }) {
  const envelope = await readEnvelope(file, by.primitives.sha256)
  if (typeof envelope === 'string') return envelope
  const packed = await openFile(by.primitives, keys, envelope)
  if (packed === undefined) return 'not opened'
  const read: string[] = []
  for await (const line of by.packing.unpack(packed, 1_000_000)) read.push(line)
  return read
}

/** The file with one byte turned, its checksum made again as a forger would. */
async function turned(file: Bytes, place: number, bit = 1): Promise<Bytes> {
  const other = file.slice(0, -32)
  other[place] = (other[place] ?? 0) ^ bit
  return joined(other, await nodePrimitives.sha256(other))
}

describe('[J2] the file', () => {
  for (const by of sides)
    for (const at of sides)
      test(`that ${by.name} sealed is opened by ${at.name}, and is small`, async () => {
        const file = await seal(by)
        expect(await unseal(at, file)).toEqual(lines)
        expect(file.length).toBeLessThan(1200)
      })

  test('[J2] is opened by nobody else, and is nobody else’s', async () => {
    const file = await seal(desk)
    for (const at of sides) {
      expect(await unseal(at, file, { from: stranger.keys, to: reader.secrets })).toBe('not opened')
      expect(await unseal(at, file, { from: writer.keys, to: stranger.secrets })).toBe('not opened')
    }
  })

  test('shows nothing of what it holds', async () => {
    const file = await seal(desk)
    expect(Buffer.from(file).includes('Siti')).toBe(false)
    expect(Buffer.from(file).toString('latin1')).toContain('KDI1')
  })

  test('is another one each time, also of the same work', async () => {
    const [one, two] = [await seal(desk), await seal(desk)]
    const sealedOf = async (file: Bytes) =>
      ((await readEnvelope(file, nodePrimitives.sha256)) as Envelope).sealed
    expect(toHex(await sealedOf(one))).not.toBe(toHex(await sealedOf(two)))
  })

  test('holds a label of any letters', async () => {
    const header = { ...head, label: 'Gerai – é', ephemeral: writer.keys.box }
    const bound = boundOf(header)
    expect(bound.every((byte, place) => place < 11 || byte < 128)).toBe(true)
  })
})

describe('[J5] what was damaged is refused', () => {
  test('each single byte turned is told from every other fault', async () => {
    const file = await seal(desk, ['{"a":1}'])
    for (let place = 0; place < file.length; place++) {
      const damaged = file.slice()
      damaged[place] = (damaged[place] ?? 0) ^ 1
      expect(await unseal(headquarters, damaged), `byte ${place}`).toBe(
        place < 8 ? 'courier_unreadable' : 'courier_damaged',
      )
    }
  })

  test('each length that is not the whole is refused', async () => {
    const file = await seal(desk, ['{"a":1}'])
    for (let length = 0; length < file.length; length++)
      expect(await unseal(headquarters, file.slice(0, length)), `${length} bytes`).toBe(
        length < 8 ? 'courier_unreadable' : 'courier_damaged',
      )
    expect(await unseal(headquarters, joined(file, Uint8Array.of(0)))).toBe('courier_damaged')
  })

  test('each single byte turned by a forger who makes the checksum fit is refused too', async () => {
    const file = await seal(desk, ['{"a":1}'])
    for (const at of sides)
      for (let place = 8; place < file.length - 32; place++) {
        const answer = await unseal(at, await turned(file, place))
        expect(typeof answer, `byte ${place} opened`).toBe('string')
        if (place === 8) expect(answer).toBe('courier_newer')
      }
  })

  test('an empty file, a text and a picture are no courier files', async () => {
    const others = ['', 'Yth. Kantor Pusat,\r\n', '\u0089PNG\r\n\u001a\n'].map((text) =>
      Uint8Array.from(Buffer.from(text, 'latin1')),
    )
    for (const other of others) expect(await unseal(desk, other)).toBe('courier_unreadable')
  })

  test('a file that went through a transfer as text is damaged', async () => {
    const file = Buffer.from(await seal(desk))
      .toString('latin1')
      .replaceAll('\r\n', '\n')
    expect(await unseal(desk, Uint8Array.from(Buffer.from(file, 'latin1')))).toBe('courier_unreadable')
  })

  test('a newer format is told from damage, whatever stands in it', async () => {
    const newer = Uint8Array.from([0x89, 0x4c, 0x4b, 0x54, 0x0d, 0x0a, 0x1a, 0x0a, 2, 7, 7, 7, 7])
    const file = joined(newer, await nodePrimitives.sha256(newer))
    for (const at of sides) expect(await unseal(at, file)).toBe('courier_newer')
  })

  test('a sender’s key of low order opens nothing', async () => {
    for (const { primitives } of sides)
      expect(primitives.agree(reader.secrets.box, new Uint8Array(32))).toBeUndefined()
  })

  test('more text than allowed, an unfinished line and no text at all are noticed', async () => {
    for (const { packing } of sides) {
      const reading = async (packed: Bytes, most: number) => {
        for await (const line of packing.unpack(packed, most)) void line
      }
      await expect(reading(await packing.pack(['x'.repeat(5000)]), 4000)).rejects.toThrow('more text')
      await expect(reading(Uint8Array.of(1, 2, 3), 4000)).rejects.toThrow()
    }
  })
})

describe('[J5] the lines', () => {
  async function* given(...values: readonly unknown[]) {
    for (const value of values) yield JSON.stringify(value)
  }
  const checkpoint = { epoch: 'e', seq: 4, commit: 'c' }
  const answer = {
    protocol: 1,
    at: 1,
    restored: false,
    from: {},
    heads: {},
    results: [],
    digest: { seqs: { 'c:KDI': 4 }, collections: {} },
  }
  const page: CourierRun = { partition: 'c:KDI', page: { changes: [], checkpoint, more: false } }

  test('of an answer come to the place of its digest or are not taken', async () => {
    expect((await readAnswer(given(answer, page)))?.pages.get('c:KDI')).toHaveLength(1)
    expect(await readAnswer(given(answer))).toBeUndefined()
    const early = { ...page, page: { ...page.page, checkpoint: { ...checkpoint, seq: 3 } } }
    expect(await readAnswer(given(answer, early))).toBeUndefined()
    expect(await readAnswer(given({ ...answer, results: [{ opId: 1 }] }, page))).toBeUndefined()
    expect(await readAnswer(given(answer, { partition: 7 }, page))).toBeUndefined()
  })

  test('of work begin with where the desk stands', async () => {
    const report = { waiting: 0, ready: true, clientVersion: '1', clock: 1 }
    const work = { protocol: 1, places: { global: checkpoint }, whole: false, report }
    expect(await readWork(given(work, { opId: 'o1' }))).toEqual({ work, operations: [{ opId: 'o1' }] })
    expect(await readWork(given({ opId: 'o1' }))).toBeUndefined()
    expect(await readWork(given())).toBeUndefined()
  })
})
