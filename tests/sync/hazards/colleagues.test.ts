import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { setCredential } from '#sync-server/storage/credentials.ts'
import { hashPassword } from '#sync-server/auth/passwords.ts'
import { endSessions } from '#sync-server/storage/sessions.ts'
import { password } from '#tests/server/headquarters.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { agreesWith } from '#tests/sync/hazards/agreement.ts'
import { ani, countAt, kendari, person, settled } from '#tests/sync/kendari.ts'

test('[S8][S6][O6] (H23) two people work on one PC without a line; whoever is there when it returns, each piece of work is its author’s, under its author’s rights, once, and a password that was changed meanwhile strands nothing', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const { customerId } = await desk.must('registerCustomer', person('Siti'))
  await settled(desk)
  await desk.must('signIn', { username: 'sari', password })
  await desk.must('signIn', { username: 'ani', password })

  desk.line.cut()
  await desk.must('saveDraft', { key: 'contact', value: 'setengah jadi' })
  await desk.must('changeContactDetails', { customerId, changes: { city: 'Kendari' }, base: {} })
  const { ticketId } = await desk.must('openTicket', {
    customerId,
    type: 'complaint',
    department: 'care',
    priority: 'p2',
    subject: 'Kuota',
    channel: 'walk_in',
  })
  desk.clock.pass(1000)
  await desk.must('lock', {})
  // Headquarters gives Ani another password and ends her sessions.
  await setCredential(hq.database, {
    staffId: 'ani',
    username: 'ani',
    passwordHash: await hashPassword('kata-sandi-baru'),
  })
  const deviceId = desk.inside().core.enrolment.value?.deviceId ?? ''
  await hq.database.transaction((tx) => endSessions(tx, { deviceId, staffId: 'ani' }))

  await desk.must('signIn', { username: 'sari', password })
  expect(await desk.ask('draft', 'contact')).toBeNull()
  // What an agent may not: Sari may, and it is hers.
  await desk.must('amendCustomer', { customerId, changes: { name: 'Siti Aminah' }, base: { name: 'Siti' } })
  await desk.must('noteOnTicket', { ticketId, text: 'Dilihat penyelia' })
  expect(await desk.ask('sync')).toMatchObject({ waiting: 4 })
  desk.line.restore()
  await settled(desk)

  expect(await desk.ask('sync')).toMatchObject({ waiting: 0, ready: true, openItems: 0 })
  const taken = await hq.database.query<{ who: string; kind: string; outcome: string }>(
    `select actor_id as who, body -> 'steps' -> 0 ->> 'kind' as kind, result::jsonb ->> 'outcome' as outcome
     from operation order by device_seq`,
  )
  expect(taken).toEqual([
    { who: 'ani', kind: 'registerCustomer', outcome: 'accepted' },
    { who: 'ani', kind: 'changeContactDetails', outcome: 'accepted' },
    { who: 'ani', kind: 'openTicket', outcome: 'accepted' },
    { who: 'sari', kind: 'amendCustomer', outcome: 'accepted' },
    { who: 'sari', kind: 'noteOnTicket', outcome: 'accepted' },
  ])
  const thread = await desk.ask('threadOf', ticketId)
  expect(thread.map(({ event }) => event.actorId)).toEqual(['ani', 'sari'])
  await agreesWith(hq, desk)

  // With a line the old password opens nothing any more; the new one does, and the draft is still Ani's.
  await desk.must('lock', {})
  expect(await desk.run('signIn', { username: 'ani', password })).toMatchObject({ problem: 'sign_in_failed' })
  await desk.must('signIn', { username: 'ani', password: 'kata-sandi-baru' })
  expect(await desk.until('draft', ['contact'], (value) => value !== null)).toBe('setengah jadi')
})

test('[S6][U4] (H23) work of somebody whose password was changed waits until anybody who may signs in, and is not lost over it', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await settled(desk)
  await setCredential(hq.database, {
    staffId: 'ani',
    username: 'ani',
    passwordHash: await hashPassword('kata-sandi-baru'),
  })
  const deviceId = desk.inside().core.enrolment.value?.deviceId ?? ''
  await hq.database.transaction((tx) => endSessions(tx, { deviceId, staffId: 'ani' }))
  await desk.must('registerCustomer', person('Siti'))
  await settled(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 1, problem: 'session_expired' })
  await desk.restart().catch(() => undefined)
  await desk.must('signIn', { username: 'budi', password })
  await settled(desk)
  expect(await desk.ask('sync')).toMatchObject({ waiting: 0 })
  expect(await countAt(hq, 'customers')).toBe(1)
  expect(await hq.database.query('select actor_id from operation')).toEqual([{ actor_id: 'ani' }])
})
