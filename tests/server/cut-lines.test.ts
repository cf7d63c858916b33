import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stepOf } from '#domain/steps.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { headquarters, type TestHeadquarters } from './headquarters.ts'
import type { Desk } from './wire-desk.ts'
import { ticket } from './payloads.ts'

let hq: TestHeadquarters
let desk: Desk
let line: CuttingLine

beforeAll(async () => {
  hq = await headquarters()
  await hq.seedCentre('KDI')
  await hq.seedStaff('ani', 'branch', 'KDI')
  desk = await hq.desk('KDI', 'ani')
  await desk.take('openTicket', ticket('t1', desk.enrolment.label))
  await hq.app.listen({ port: 0, host: '127.0.0.1' })
  line = await cuttingLine((hq.app.server.address() as AddressInfo).port)
})
afterAll(async () => {
  line.close()
  await hq[Symbol.asyncDispose]()
})

/** A real line that is cut after so many bytes in one of its directions. */
interface CuttingLine {
  readonly origin: string
  cutAfter: { readonly there?: number; readonly back?: number }
  /** How many bytes the last connection carried. */
  readonly carried: { there: number; back: number }
  close(): void
}

async function cuttingLine(port: number): Promise<CuttingLine> {
  const line: CuttingLine = {
    origin: '',
    cutAfter: {},
    carried: { there: 0, back: 0 },
    close: () => server.close(),
  }
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    Object.assign(line.carried, { there: 0, back: 0 })
    const cut = () => {
      client.destroy()
      upstream.destroy()
    }
    const carry = (from: Socket, to: Socket, way: 'there' | 'back') =>
      from.on('data', (chunk: Buffer) => {
        const room = (line.cutAfter[way] ?? Infinity) - line.carried[way]
        line.carried[way] += chunk.length
        if (room > chunk.length) to.write(chunk)
        else if (room > 0) to.write(chunk.subarray(0, room), cut)
        else cut()
      })
    for (const socket of [client, upstream]) socket.on('error', cut).on('close', cut)
    carry(client, upstream, 'there')
    carry(upstream, client, 'back')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return Object.assign(line, { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

const send = (operation: Operation) =>
  httpLink((path, init) =>
    fetch(`${line.origin}${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), connection: 'close' },
    }),
  ).send(desk.session.accessToken, [operation], [])

/** Every one is as long as every other. */
function note(way: string, bytes: number): Operation {
  const operation = desk.operation(stepOf('noteOnTicket', { ticketId: 't1', text: wordsOf(way, bytes) }))
  return { ...operation, deviceSeq: operation.deviceSeq + 10_000 }
}
const wordsOf = (way: string, bytes: number) => `${way} ${String(bytes).padStart(4, '0')}`

/** The words of all notes, each as often as it stands there. */
async function notes(): Promise<string[]> {
  const rows = await hq.database.query<{ text: string }>(
    `select body ->> 'text' as text from document where collection = 'ticketEvents' and body ->> 'kind' = 'note'`,
  )
  return rows.map(({ text }) => text).toSorted()
}

async function storedResult({ opId }: Operation): Promise<string | undefined> {
  const rows = await hq.database.query<{ result: string }>('select result from operation where op_id = $1', [
    opId,
  ])
  return rows[0]?.result
}

test.each([
  ['back', 'answer'],
  ['there', 'request'],
] as const)(
  '[O2][U2] (H8) with the line cut after each byte %s, of the %s, the work stands once and its answer comes again word for word',
  { timeout: 300_000 },
  async (way, _of) => {
    line.cutAfter = {}
    expect(await send(note(way, 9_999))).toMatchObject({ ok: true })
    const length = line.carried[way]
    expect(length).toBeGreaterThan(200)
    const before = await notes()
    const written: string[] = []
    const committed = { first: 0 }
    for (let bytes = 0; bytes < length; bytes++) {
      const operation = note(way, bytes)
      line.cutAfter = { [way]: bytes }
      expect(await send(operation)).toEqual({ ok: false, problem: { code: 'unreachable' } })
      const lost = await storedResult(operation)
      if (lost !== undefined) committed.first += 1
      const [again] = await desk.send(operation)
      written.push(wordsOf(way, bytes))
      expect(again?.outcome).toBe('accepted')
      expect(JSON.stringify(again)).toBe(lost ?? (await storedResult(operation)))
    }
    expect(await notes()).toEqual([...before, ...written].toSorted())
    // Cut on its way back the answer was to work that stood; cut on its way there nothing did.
    if (way === 'back') expect(committed.first).toBeGreaterThan(length / 2)
    else expect(committed.first).toBe(0)
  },
)
