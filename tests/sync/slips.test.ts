import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, kendari, person, settled } from '#tests/sync/kendari.ts'
import { conversation, ticket } from '#tests/sync/work.ts'

const copyNote = 'Salinan slip dicetak untuk pelanggan.'

test('a slip is about saved work alone; the second one is a copy and stands in the ticket’s thread', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  desk.line.cut()
  await desk.sync()
  expect(await desk.ask('slip', 'contact', 'nobody')).toBeNull()
  const { customerId } = await desk.must('registerCustomer', person('Siti Rahma'))
  const { contactId, ticketId = '' } = await desk.must('closeContact', {
    contact: conversation(customerId),
    ticket: { ...ticket, customerId },
  })
  const first = await desk.ask('slip', 'contact', contactId)
  expect(first).toMatchObject({
    id: ticketId,
    agentName: 'Petugas ani',
    number: '+628171234567',
    ticket: { code: 'T-KDI1-2611-0002' },
    unsent: true,
    copy: false,
  })

  await desk.must('noteSlip', { id: ticketId })
  expect(await desk.until('slip', ['ticket', ticketId], (slip) => slip?.copy === true)).toMatchObject({
    id: ticketId,
  })
  await desk.restart()
  expect(await desk.until('slip', ['ticket', ticketId], (slip) => slip?.copy === true)).toBeTruthy()
  desk.clock.pass(60_000)
  await desk.must('noteSlip', { id: ticketId, ticketId, copyNote })

  desk.line.restore()
  await settled(desk)
  expect((await desk.ask('threadOf', ticketId)).map(({ event }) => event.text)).toEqual([undefined, copyNote])
  expect(await desk.until('slip', ['ticket', ticketId], (slip) => slip?.unsent === false)).toBeTruthy()

  // Where the ticket was not opened nobody knows what was printed.
  await using other = await testDesk(hq, { centreId: 'KDI', username: 'budi', seed: 2 })
  expect(await other.ask('slip', 'ticket', ticketId)).toMatchObject({ copy: true, number: '+628171234567' })
})

test('a contact without a ticket has a slip of its own', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  const { customerId } = await desk.must('registerCustomer', person('Siti Rahma'))
  const { contactId } = await desk.must('closeContact', {
    contact: { ...conversation(customerId), numberGiven: '0817 999 1234' },
  })
  const slip = await desk.ask('slip', 'contact', contactId)
  expect(slip).toMatchObject({ id: contactId, number: '0817 999 1234', copy: false })
  expect(slip).not.toHaveProperty('ticket')
  await desk.must('noteSlip', { id: contactId })
  expect(await desk.until('slip', ['contact', contactId], (now) => now?.copy === true)).toBeTruthy()
})
