import type { Item } from '#domain/item/item.ts'
import type { CommandName, Commands } from '#renderer/data/contract.ts'
import { practicePerson } from '#renderer/data/practice/made-up-people.ts'
import { draftKey } from '#renderer/data/queries/drafts.ts'
import { seat } from '#renderer/stores/contact.ts'
import { practising, when } from '#tests/unit/renderer/practising.ts'

export type World = Awaited<ReturnType<typeof openWorld>>

export const customerId = 'practice-customer-03'
export const ticketId = 'practice-ticket-01'
const colleague = { ...practicePerson, id: 'practice-colleague', username: 'rekan', name: 'Rekan Latihan' }

/** A filled practice desk at which two people work in turn. */
export async function openWorld() {
  const { desk, door, close } = await practising()
  await when(door, 'priming', [], ({ stage }) => stage === 'done')
  const must = async <N extends CommandName>(name: N, request: Parameters<Commands[N]>[0]) => {
    const done = await door.run(name, request)
    if (!done.ok) throw new Error(`${name}: ${done.problem}`)
    return done.value as Extract<ReturnType<Commands[N]>, { ok: true }>['value']
  }
  const sit = (person: typeof practicePerson) => {
    desk.sessions.person.next(person)
    seat({ id: person.id, role: person.role })
  }
  const changes = { made: 0 }
  const cityOf = (place: number) => (place === 0 ? 'Kota Contoh' : `Kota ${place}`)
  return {
    door,
    close,
    must,
    author: () => sit(practicePerson),
    colleague: () => sit(colleague),
    /** What lies in this PC's own store for the author: it is what a kill leaves. */
    kept: async (key: string) => (await desk.core.local.get<string>(draftKey(practicePerson.id, key))) ?? '',
    /** The records on screen change, as they do when a page of headquarters comes in. */
    async changeRecords(): Promise<void> {
      const base = { city: cityOf(changes.made) }
      changes.made += 1
      await must('changeContactDetails', { customerId, changes: { city: cityOf(changes.made) }, base })
      await must('workOnTickets', { ticketIds: [ticketId], changes: { priority: 'p1', text: 'Dari pusat' } })
    },
  }
}

/** Something that needs a decision, as headquarters would raise it. */
export function itemOf(kind: Item['kind']): Item {
  return {
    id: `item-${kind}`,
    rev: 1,
    kind,
    status: 'open',
    problem: 'bad_operation',
    centreId: 'LAT',
    opId: 'op-1',
    operation: {},
    actorId: practicePerson.id,
    at: 1,
    customerId,
    fields: [{ field: 'email', base: '', mine: 'satu@example.com', theirs: 'dua@example.com' }],
  }
}
