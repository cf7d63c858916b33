import type { Step } from '#domain/sync/operation.ts'
import type { Person } from '#domain/sync/session.ts'
import { stepOf } from '#domain/steps.ts'
import { provisionalCode, ticketCode, type Minter } from '#domain/ticket/code.ts'
import { whyNotMove } from '#domain/ticket/move-ticket.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Work } from '#renderer/data/commands/command.ts'
import { taskStep } from '#renderer/data/commands/tickets.ts'
import { doWork } from '#renderer/data/commands/do-work.ts'
import { servedSteps } from '#renderer/data/commands/served-steps.ts'
import { wishStep } from '#renderer/data/commands/orders.ts'
import type { NewContact, NewTicket } from '#renderer/data/contract.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { nikHash } from '#renderer/data/nik-hash.ts'
import { readRecords } from '#renderer/data/replica.ts'

export const registerCustomer: Work<'registerCustomer'> = async (desk, { nik, ...fields }) => {
  const customerId = desk.core.around.newId()
  const digits = nik?.replace(/\s/g, '')
  const key = desk.core.enrolment.value?.nikKey ?? ''
  const identity =
    digits === undefined || digits === ''
      ? {}
      : { nikHash: await nikHash(digits, key), nikLast4: digits.slice(-4) }
  const since = new Date(desk.core.around.now()).toISOString().slice(0, 10)
  return doWork(desk, { customerId }, (minter) => [
    stepOf('registerCustomer', { ...fields, ...identity, customerId, since, code: provisionalCode(minter) }),
  ])
}

export const amendCustomer: Work<'amendCustomer'> = (desk, { customerId, changes, base }) =>
  doWork(desk, null, () => [stepOf('amendCustomer', { customerId, changes: changes as never }, base)])

export const changeContactDetails: Work<'changeContactDetails'> = (desk, { customerId, changes, base }) =>
  doWork(desk, null, () => [stepOf('changeContactDetails', { customerId, changes }, base)])

export const openTicket: Work<'openTicket'> = async (desk, ticket) => {
  const ticketId = desk.core.around.newId()
  const minted = { code: '' }
  const done = await doWork(desk, { ticketId }, (minter, person) => {
    const step = ticketStep(desk, minter, person, ticket, ticketId)
    minted.code = step.code
    return [step.step]
  })
  return done.ok ? { ok: true, value: { ticketId, code: minted.code } } : done
}

export const noteOnTicket: Work<'noteOnTicket'> = (desk, note) =>
  doWork(desk, null, () => [stepOf('noteOnTicket', note)])

export const moveTicket: Work<'moveTicket'> = async (desk, move) => {
  const [ticket] = (await readRecords(desk.core.replica, 'tickets', [move.ticketId])) as Ticket[]
  // What is known here already is said at once, and is no item for somebody later. [C5]
  if (ticket !== undefined && whyNotMove(ticket, move.to) === 'task_open')
    return { ok: false, problem: 'task_open' }
  return doWork(desk, null, () => [stepOf('moveTicket', move)])
}

export const assignTicket: Work<'assignTicket'> = (desk, assignment) =>
  doWork(desk, null, () => [stepOf('assignTicket', assignment)])

/** Contact, ticket, wishes and the end of the visitor's wait are one operation: one transaction at headquarters. [O1] */
export const closeContact: Work<'closeContact'> = async (desk, closing) => {
  const { contact, ticket, task, wishes = [], queue } = closing
  const { newId } = desk.core.around
  const { contactId = newId() } = closing
  const served = await servedSteps(desk, queue, contactId)
  const asked = wishes.map((wish, place) => ({ wish: { ...wish, contactId }, orderId: newId(), place }))
  const around = (minter: Minter, told: NewContact) => [
    ...asked.map(({ wish, ...made }) => wishStep(desk, minter, wish, made).step),
    contactStep(contactId, told),
    ...served,
  ]
  if (ticket === undefined) return doWork(desk, { contactId }, (minter) => around(minter, contact))
  const ticketId = newId()
  const minted = { code: '' }
  const done = await doWork(desk, null, (minter, person) => {
    const opened = ticketStep(desk, minter, person, ticket, ticketId)
    minted.code = opened.code
    return [
      opened.step,
      ...(task === undefined ? [] : [taskStep(desk, ticketId, task)]),
      ...around(minter, { ...contact, ticketIds: [...contact.ticketIds, ticketId] }),
    ]
  })
  return done.ok ? { ok: true, value: { contactId, ticketId, ticketCode: minted.code } } : done
}

export const linkCustomer: Work<'linkCustomer'> = (desk, { itemId, ...link }) =>
  doWork(desk, null, () => [
    stepOf('linkCustomer', link),
    ...(itemId === undefined
      ? []
      : [stepOf('decideItem', { itemId, decision: 'linked', survivorId: link.survivorId })]),
  ])

export const unlinkCustomer: Work<'unlinkCustomer'> = (desk, link) =>
  doWork(desk, null, () => [stepOf('unlinkCustomer', link)])

export const moveCustomer: Work<'moveCustomer'> = (desk, move) =>
  doWork(desk, null, () => [stepOf('moveCustomer', move)])

function contactStep(contactId: string, contact: NewContact): Step {
  return stepOf('recordContact', { ...contact, contactId })
}

function ticketStep(
  desk: Desk,
  minter: Minter,
  person: Person,
  ticket: NewTicket,
  ticketId: string,
): { code: string; step: Step } {
  const { around, enrolment } = desk.core
  const code = ticketCode(minter, around.now(), enrolment.value?.centre.zone ?? 'WIB')
  return {
    code,
    step: stepOf('openTicket', { ...ticket, ticketId, code, ownerId: ticket.ownerId ?? person.id }),
  }
}
