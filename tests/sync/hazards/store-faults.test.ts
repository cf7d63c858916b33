import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { collectionNames } from '#domain/entities.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { agreesWith } from '#tests/sync/hazards/agreement.ts'
import { ani, kendari, registerMany, settled } from '#tests/sync/kendari.ts'

/** The `k`-th write of the desk's store fails once it is armed, as on a disk that is full for a moment. */
interface Fault {
  arm(k: number): void
  /** Answers whether it had come so far. */
  disarm(): boolean
}

/** RxDB's own writes, whichever collection they are for, and those of the small store beside it. */
function faultyMemory(desk: TestDesk): Fault {
  const fault = { left: Infinity }
  const write =
    (real: (...args: never[]) => unknown) =>
    async (...args: never[]) => {
      fault.left -= 1
      if (fault.left === 0) throw new Error('quota exceeded')
      return real(...args)
    }
  const { replica, local } = desk.inside().core
  for (const name of [...collectionNames, 'outbox', 'shadows'] as const) {
    const { storageInstance } = replica[name]
    storageInstance.bulkWrite = write(storageInstance.bulkWrite.bind(storageInstance)) as never
  }
  Object.assign(local, { set: write(local.set.bind(local) as never) })
  return {
    arm: (k) => void (fault.left = k),
    disarm: () => {
      const came = fault.left <= 0
      fault.left = Infinity
      return came
    },
  }
}

/** IndexedDB's own requests, below RxDB and its storages: what Chromium does when its quota is used up. */
function faultyIndexedDb(): Fault {
  const fault = { left: Infinity }
  for (const name of ['put', 'add'] as const) {
    const real = IDBObjectStore.prototype[name]
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args) {
      fault.left -= 1
      if (fault.left === 0) throw new DOMException('no space left', 'QuotaExceededError')
      return real.apply(this, args)
    }
  }
  return {
    arm: (k) => void (fault.left = k),
    disarm: () => {
      const came = fault.left <= 0
      fault.left = Infinity
      return came
    },
  }
}

for (const storage of ['memory', 'disk'] as const) {
  test(`[P3][P5][U6] (H4) on ${storage}, whichever write of a round fails, afterwards count and digest of every collection agree with headquarters`, async () => {
    await using hq = await kendari()
    await using other = await testDesk(hq, { centreId: 'KDI', username: 'sari', seed: 2 })
    await using desk = await testDesk(hq, { ...ani, storage })
    const [customerId = ''] = await registerMany(desk, 1)
    await settled(desk)
    await settled(other)
    const fault = storage === 'memory' ? faultyMemory(desk) : faultyIndexedDb()
    const ticket = {
      customerId,
      type: 'complaint',
      department: 'care',
      subject: 'x',
      channel: 'sms',
    } as const
    let k = 1
    for (let came = true; came; k++) {
      // A page of a colleague's, with records that unsent work of this desk touches, and answers to that work.
      await registerMany(other, 2, 100 + 10 * k)
      await other.must('openTicket', { ...ticket, priority: 'p2' })
      await other.must('changeContactDetails', { customerId, changes: { city: `Kota ${k}` }, base: {} })
      await settled(other)
      desk.line.cut()
      await desk.must('openTicket', { ...ticket, priority: 'p3' })
      await desk.must('amendCustomer', { customerId, changes: { pinnedNote: `catatan ${k}` }, base: {} })
      desk.line.restore()

      fault.arm(k)
      await desk.sync()
      came = fault.disarm()
      await settled(desk)
      expect(await desk.ask('sync'), `write ${k}`).toMatchObject({ waiting: 0, parked: 0, ready: true })
      await agreesWith(hq, desk)
    }
    expect(k).toBeGreaterThan(storage === 'memory' ? 8 : 15)
  })
}
