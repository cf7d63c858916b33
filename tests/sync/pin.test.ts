import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { pinHours, pinTries } from '#domain/staff/pin.ts'
import { endSessions } from '#sync-server/storage/sessions.ts'
import { password } from '#tests/server/headquarters.ts'
import { testDesk, type TestDesk } from '#tests/sync/desk.ts'
import { ani, kendari, person, settled } from '#tests/sync/kendari.ts'

const pin = '274913'
const unlock = (desk: TestDesk, username: string, digits = pin) =>
  desk.run('unlockWithPin', { username, pin: digits })
const who = async (desk: TestDesk) => (await desk.ask('desk')).person?.username

test('a PIN is set up with the password, opens the locked desk without a line, and the work goes on as its person’s', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  expect(await desk.run('setPin', { pin, password: 'bukan' })).toEqual({
    ok: false,
    problem: 'sign_in_failed',
  })
  for (const easy of ['111111', '123456', '987654', '121212', '123123', '27491', '27491a'])
    expect(await desk.run('setPin', { pin: easy, password })).toEqual({ ok: false, problem: 'pin_easy' })
  await desk.must('setPin', { pin, password })
  desk.line.cut()
  await desk.must('lock', {})
  expect(await desk.run('setPin', { pin, password })).toEqual({ ok: false, problem: 'session_expired' })
  expect(await unlock(desk, 'ani')).toEqual({ ok: true, value: null })
  expect(await who(desk)).toBe('ani')
  await desk.must('registerCustomer', person('Siti'))
  desk.line.restore()
  await settled(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, openItems: 0 })
})

test('five wrong ones and only the password opens; a right one in between gives all tries back', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await desk.must('setPin', { pin, password })
  await desk.must('lock', {})
  expect(await unlock(desk, 'ani', '000000')).toEqual({ ok: false, problem: 'pin_wrong' })
  expect((await desk.ask('desk')).people).toMatchObject([{ username: 'ani', pinTries: pinTries - 1 }])
  expect((await unlock(desk, 'ani')).ok).toBe(true)
  await desk.must('lock', {})
  // At once or one after another: each of them counts.
  const wrong = await Promise.all(Array.from({ length: pinTries }, () => unlock(desk, 'ani', '000000')))
  expect(wrong.filter(({ ok }) => ok)).toEqual([])
  expect(await unlock(desk, 'ani')).toEqual({ ok: false, problem: 'pin_gone' })
  expect((await desk.ask('desk')).people).toEqual([{ username: 'ani', name: expect.any(String) as string }])
  await desk.must('signIn', { username: 'ani', password })
})

test('a PIN is gone after its hours, after a restart, and when it is taken away; nothing of it is on the disk', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const gone = { ok: false, problem: 'pin_gone' }
  const kept = () => desk.machine.keep.get('people')
  const before = kept()
  await desk.must('setPin', { pin, password })
  expect(kept()).toBe(before)
  await desk.must('lock', {})
  desk.clock.pass(pinHours * 3_600_000 + 1)
  expect(await unlock(desk, 'ani')).toEqual(gone)
  await desk.must('signIn', { username: 'ani', password })
  await desk.must('setPin', { pin, password })
  await desk.must('dropPin', {})
  await desk.must('lock', {})
  expect(await unlock(desk, 'ani')).toEqual(gone)
  await desk.must('signIn', { username: 'ani', password })
  await desk.must('setPin', { pin, password })
  await desk.reopen()
  expect(await unlock(desk, 'ani')).toEqual(gone)
})

test('two people take turns by their PINs, and each one’s session goes on with its newest token', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await desk.must('setPin', { pin, password })
  await desk.must('signIn', { username: 'sari', password })
  await desk.must('setPin', { pin: '835164', password })
  for (const [username, digits] of [
    ['ani', pin],
    ['sari', '835164'],
    ['ani', pin],
    ['sari', '835164'],
  ] as const) {
    await desk.must('lock', {})
    expect(await unlock(desk, username, username === 'ani' ? '835164' : pin)).toMatchObject({ ok: false })
    expect(await unlock(desk, username, digits)).toEqual({ ok: true, value: null })
    await settled(desk)
    expect(await who(desk)).toBe(username)
  }
  expect(await desk.ask('sync')).toMatchObject({ link: 'up', ready: true })
  // The password still opens what the PIN's session left on the disk.
  desk.line.cut()
  await desk.reopen()
  await desk.must('signIn', { username: 'ani', password })
})

test('whom headquarters lets in no longer is locked out as soon as it can be asked, and the PIN with it', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await desk.must('setPin', { pin, password })
  await desk.must('lock', {})
  const deviceId = desk.inside().core.enrolment.value?.deviceId ?? ''
  await hq.database.transaction((tx) => endSessions(tx, { deviceId, staffId: 'ani' }))
  await unlock(desk, 'ani')
  await desk.until('desk', [], ({ stage }) => stage === 'locked')
  expect(await unlock(desk, 'ani')).toEqual({ ok: false, problem: 'pin_gone' })
})
