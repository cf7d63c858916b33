import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { LastWords } from '#domain/sync/last-words.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, kendari, person, registerMany, settled } from '#tests/sync/kendari.ts'
import {
  deviceOf,
  expectClean,
  passUntil,
  quarantined,
  revoke,
  leavingView,
  untilOver,
} from '#tests/sync/revoking.ts'

test('[E2] what only the journal has is handed over too, also of an earlier enrolment of this PC; what was sent is not', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await registerMany(desk, 1)
  await settled(desk)
  desk.line.cut()
  await desk.must('registerCustomer', person('Di kotak keluar'))
  const [kept] = desk.machine.entries
  if (kept === undefined) throw new Error('the journal is empty')
  for (const [opId, deviceId, name] of [
    ['lost-1', deviceOf(desk), 'Hanya di jurnal'],
    ['lost-2', 'an-older-device', 'Pendaftaran lama'],
  ] as const) {
    const operation = JSON.parse(kept.operation) as { steps: [{ payload: object }] }
    operation.steps[0].payload = { ...operation.steps[0].payload, name, customerId: opId }
    desk.machine.entries.push({ opId, seq: 90, operation: JSON.stringify({ ...operation, opId, deviceId }) })
  }
  await revoke(hq, desk)
  desk.line.restore()
  await desk.sync()
  expect(await leavingView(desk)).toMatchObject({ stage: 'leaving', toHandOver: 3 })
  await untilOver(desk)
  expect(await quarantined(hq)).toEqual(['Di kotak keluar', 'Hanya di jurnal', 'Pendaftaran lama'])
})

test('[E2] last words go in batches, and one that headquarters cannot take holds up no other and is never given up', async () => {
  const mood = { refuses: true }
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  desk.line.cut()
  await registerMany(desk, 60)
  await revoke(hq, desk)
  const link = { ...desk.line.link }
  const sizes: number[] = []
  Object.assign(desk.line.link, {
    lastWords: (request: LastWords) => {
      sizes.push(request.operations.length)
      const bad = request.operations.some(({ deviceSeq }) => deviceSeq === 7)
      return bad && mood.refuses
        ? Promise.resolve({ ok: false, problem: { code: 'too_large' } })
        : link.lastWords(request)
    },
  })
  desk.line.restore()
  await desk.sync()
  await leavingView(desk)
  await desk.reopen()
  await passUntil(desk, async () => (await desk.ask('desk')).toHandOver === 1)
  expect(Math.max(...sizes)).toBe(50)
  expect(await quarantined(hq)).toHaveLength(59)
  for (let start = 0; start < 3; start++) {
    await desk.reopen()
    desk.clock.pass(60_000)
    expect(await desk.ask('desk')).toMatchObject({ stage: 'leaving', toHandOver: 1 })
  }
  mood.refuses = false
  await untilOver(desk)
  expect(await quarantined(hq)).toHaveLength(60)
  await expectClean(desk)
})

test('[E2] more work than the kept texts hold is handed over before anything is deleted', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await registerMany(desk, 1)
  await settled(desk)
  desk.line.cut()
  await registerMany(desk, 3, 10)
  await revoke(hq, desk)
  const keep = { ...desk.machine.keep }
  Object.assign(desk.machine.keep, {
    set: (key: string, text: string) => {
      if (text.length > 1_000) throw new DOMException('full', 'QuotaExceededError')
      keep.set(key, text)
    },
  })
  desk.line.restore()
  await desk.sync()
  await passUntil(desk, async () => (await quarantined(hq)).length === 3)
  await untilOver(desk)
  await expectClean(desk)
})
