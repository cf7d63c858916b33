import { create } from 'zustand'
import type { Channel } from '#domain/contact/channel.ts'
import type { Disposition, Verification } from '#domain/contact/contact.ts'
import type { Role } from '#domain/staff/roles.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { ContactEntry } from '#renderer/data/contract.ts'
import type { NewAppointment, NewOrder } from '#renderer/data/contract-orders.ts'

/** What a department will be asked, while it can still be changed. */
export interface StagedTask {
  readonly department: Ticket['department']
  readonly ask: string
  readonly withinHours: number
}

/** A ticket that will be opened together with the contact. */
export interface ContactTicket {
  readonly subject: string
  readonly type: Ticket['type']
  readonly department: Ticket['department']
  readonly priority: Ticket['priority']
  /** What a department is asked as soon as it is open. */
  readonly task?: StagedTask
}

/** The visitor's number in the queue, which the contact ends. */
export interface CalledNumber {
  readonly queueTicketId: string
  readonly display: string
}

/** One conversation while it lasts, as the agent fills it in. It is also its draft. */
export interface RunningContact {
  readonly startedAt: number
  readonly customerId?: string
  readonly numberGiven: string
  readonly channel: Channel
  readonly direction: 'in' | 'out'
  readonly verification: Verification
  readonly reasonCode?: string
  readonly disposition?: Disposition
  readonly note: string
  readonly ticket?: ContactTicket
  readonly queue?: CalledNumber
  /** The call that it is, as the telephone system names it. */
  readonly callId?: string
  /** Milliseconds that had passed when the caller hung up; what comes after is wrap-up. */
  readonly talkedMs?: number
  /** What the customer asked for meanwhile; captured together with the contact. */
  readonly wishes?: Wish[]
}

export type Wish = NewOrder | NewAppointment

/** Who sits here; a running contact belongs to its author alone. */
export interface Author {
  readonly id: string
  readonly role: Role
}

export interface FinishedContact {
  readonly contactId: string
  readonly seconds: number
  readonly customerId?: string
  readonly ticketId?: string
  readonly ticketCode?: string
  /** It was with a visitor from the queue, so the next one is called. */
  readonly fromQueue?: boolean
}

/** Among what happened, before it is saved: it has no state that could be told. */
export type SavingContact = Omit<ContactEntry, 'state'>

interface ContactState {
  readonly author?: Author
  readonly contact?: RunningContact
  /** Milliseconds that had passed when the clock below was last set: before a restart, or before a cancelling. */
  readonly passed: number
  /** `performance.now()` when the count went on: a clock that cannot jump. */
  readonly countsFrom: number
  /** Cancelled a moment ago; can be taken back. */
  readonly cancelled?: { readonly contact: RunningContact; readonly passed: number }
  readonly finished?: FinishedContact
  /** What the running contact becomes, from the key that ends it until the desk has answered. */
  readonly saving?: SavingContact
  /** Customers whose data the agent chose to see during this visit. */
  readonly shown: readonly string[]
}

const nothing = { passed: 0, countsFrom: 0, shown: [] } as const

/** The running contact. It survives every change of screen because no screen owns it. */
export const useContact = create<ContactState>(() => nothing)

export function elapsedMs(state: Pick<ContactState, 'passed' | 'countsFrom'>, now: number): number {
  return state.passed + Math.max(0, now - state.countsFrom)
}

/** Somebody sits down. Another person's contact leaves the screen; its draft stays with its author. */
export function seat(author: Author): void {
  if (useContact.getState().author?.id === author.id) return
  useContact.setState({ ...nothing, author }, true)
}

/** Takes up a contact that its author had begun before a restart, unless one is running already. */
export function takeUp(contact: RunningContact, passed: number): void {
  if (useContact.getState().contact !== undefined) return
  useContact.setState({ contact, passed, countsFrom: performance.now() })
}

/** Begins a conversation; when one is running, it only takes the customer into it if it has none. */
export function startContact(customerId?: string): void {
  const { contact } = useContact.getState()
  if (contact === undefined) return begin(customerId === undefined ? {} : { customerId })
  if (customerId !== undefined && contact.customerId === undefined) changeContact({ customerId })
}

/** Begins a conversation with the visitor who was called. */
export function receive(queue: CalledNumber): void {
  if (useContact.getState().contact === undefined) begin({ channel: 'walk_in', queue })
}

function begin(known: Pick<RunningContact, 'customerId' | 'queue'> & { readonly channel?: Channel }): void {
  const { author, shown } = useContact.getState()
  if (author === undefined || author.role === 'admin') return
  const begun: RunningContact = {
    startedAt: Date.now(),
    numberGiven: '',
    channel: author.role === 'agent' ? 'call_in' : 'walk_in',
    direction: 'in',
    verification: 'none',
    note: '',
    ...known,
  }
  useContact.setState({ ...nothing, author, shown, contact: begun, countsFrom: performance.now() }, true)
}

/** A call, in either direction, becomes the running contact; never while another one runs. */
export function startCall(
  call: Pick<RunningContact, 'numberGiven' | 'direction'> & Partial<RunningContact>,
  passed = 0,
): boolean {
  const { author, contact } = useContact.getState()
  if (author === undefined || author.role === 'admin' || contact !== undefined) return false
  const begun: RunningContact = {
    startedAt: Date.now() - Math.round(passed),
    channel: call.direction === 'in' ? 'call_in' : 'call_out',
    verification: call.customerId === undefined ? 'none' : 'number_only',
    note: '',
    ...call,
  }
  // What was shown of a customer before belongs to whoever stood there before.
  useContact.setState({ ...nothing, author, contact: begun, passed, countsFrom: performance.now() }, true)
  return true
}

/** The caller has hung up: from here on it is wrap-up. */
export function hangUp(): void {
  const { contact, ...state } = useContact.getState()
  if (contact === undefined || contact.talkedMs !== undefined) return
  changeContact({ talkedMs: Math.round(elapsedMs(state, performance.now())) })
}

/** `undefined` takes an optional field away. */
export function changeContact(changes: {
  [K in keyof RunningContact]?: RunningContact[K] | undefined
}): void {
  useContact.setState(({ contact }) => (contact === undefined ? {} : { contact: without(contact, changes) }))
}

function without(contact: RunningContact, changes: object): RunningContact {
  const kept = Object.entries({ ...contact, ...changes }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept) as unknown as RunningContact
}

/** Takes a wish into the running contact. */
export function stageWish(wish: Wish): void {
  changeContact({ wishes: [...(useContact.getState().contact?.wishes ?? []), wish] })
}

export function unstageWish(wish: Wish): void {
  const left = useContact.getState().contact?.wishes?.filter((each) => each !== wish) ?? []
  changeContact({ wishes: left.length === 0 ? undefined : left })
}

/** Throws the contact away, but keeps it in hand for the undo bar. */
export function cancelContact(): void {
  const { author, contact, ...state } = useContact.getState()
  if (author === undefined || contact === undefined) return
  const passed = elapsedMs(state, performance.now())
  useContact.setState({ ...nothing, author, cancelled: { contact, passed } }, true)
}

export function undoCancel(): void {
  const { author, cancelled } = useContact.getState()
  if (author === undefined || cancelled === undefined) return
  useContact.setState({ ...nothing, author, ...cancelled, countsFrom: performance.now() }, true)
}

export function forgetCancelled(): void {
  const { cancelled: _, ...rest } = useContact.getState()
  useContact.setState(rest, true)
}

/** The contact stays in its form until it is safe. */
export function beginSaving(saving: SavingContact): void {
  useContact.setState({ saving })
}

/** However it ended. The desk tells what a command changed together with its answer, so a saved contact is there already. */
export function endSaving(): void {
  const { saving: _, ...rest } = useContact.getState()
  useContact.setState(rest, true)
}

/** The conversation is durable on this PC. What was shown of its customer is hidden again. */
export function finishContact(finished: FinishedContact): void {
  const { author } = useContact.getState()
  useContact.setState({ ...nothing, ...(author === undefined ? {} : { author }), finished }, true)
}

export function show(customerId: string): void {
  useContact.setState(({ shown }) => ({ shown: [...shown.filter((id) => id !== customerId), customerId] }))
}

export function hide(customerId: string): void {
  useContact.setState(({ shown }) => ({ shown: shown.filter((id) => id !== customerId) }))
}

/** The agent has seen that the last contact is safe. */
export function clearFinished(): void {
  const { finished: _, ...rest } = useContact.getState()
  useContact.setState(rest, true)
}
