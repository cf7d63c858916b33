import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bytes } from '#domain/courier/primitives.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { runOn, type Ran } from '#tests/server/run-on.ts'
import { testDesk, type TestDesk, type TestDeskOptions } from '#tests/sync/desk.ts'
import { settled } from '#tests/sync/kendari.ts'

/** Who carries files between desks and the command line of a headquarters. */
export interface Courier extends Disposable {
  run(...args: readonly string[]): Promise<Ran>
  /** What the desk exports now. */
  work(desk: TestDesk): Promise<Bytes>
  /** Imports work at headquarters and brings the answer. */
  answer(work: Bytes): Promise<Bytes>
  /** The same, whatever headquarters says. */
  hand(work: Bytes): Promise<Ran>
  filling(label: string): Promise<Bytes>
  /** There and back: the desk's work, and headquarters' answer into the desk. */
  trip(desk: TestDesk): Promise<void>
}

export function courierTo(hq: TestHeadquarters): Courier {
  const folder = mkdtempSync(join(tmpdir(), 'loket-courier-'))
  const [workPath, answerPath] = [join(folder, 'work.kurir'), join(folder, 'answer.kurir')]
  const bytesOf = (path: string): Bytes => new Uint8Array(readFileSync(path))
  const must = (ran: Ran) => {
    if (ran.exit !== 0) throw new Error(ran.err)
  }
  const courier: Courier = {
    run: (...args) => runOn(hq, args),
    work: async (desk) => (await desk.must('exportWork', {})).bytes,
    hand: (work) => {
      writeFileSync(workPath, work)
      return courier.run('courier', 'import', workPath, '--out', answerPath)
    },
    async answer(work) {
      must(await courier.hand(work))
      return bytesOf(answerPath)
    },
    async filling(label) {
      must(await courier.run('courier', 'bundle', '--device', label, '--out', answerPath))
      return bytesOf(answerPath)
    },
    async trip(desk) {
      await desk.must('importAnswer', { bytes: await courier.answer(await courier.work(desk)) })
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
  return courier
}

/** A desk that was filled at headquarters and has no line from then on. */
export async function withoutLine(hq: TestHeadquarters, options: TestDeskOptions): Promise<TestDesk> {
  const desk = await testDesk(hq, options)
  await settled(desk)
  desk.line.cut()
  return desk
}
