import { filter, firstValueFrom } from 'rxjs'
import type { Desk } from '#renderer/data/desk.ts'
import { openOurs } from '#tests/bench/desk/page/our-desk.ts'
import { openPouch } from '#tests/bench/desk/page/pouch.ts'
import { openDatabase, through } from '#tests/bench/desk/page/raw.ts'
import { customerIdOf, make, sizesOf } from '#tests/bench/desk/rows.ts'

const sizes = sizesOf(200)

export type Saved = 'ours, in the outbox' | 'ours, on the screen' | 'raw' | 'pouch'

/** ms of each save of a conversation that opens a ticket: until it is stored for good, and in ours also until the open screens show it. */
export async function capture(saves: number): Promise<Readonly<Record<Saved, number[]>>> {
  const { desk, door } = await openOurs('loket', sizes)
  const customerId = customerIdOf(7)
  // As on the desk: the customer's screen is open while its contact is closed.
  door.watch('customer', [customerId], () => undefined)
  door.watch('timelineOf', [customerId, 50], () => undefined)
  door.watch('ticketsOf', [customerId], () => undefined)
  const raw = await openDatabase('raw', ['outbox', 'events'])
  const pouch = openPouch('pouch')
  const times: Record<Saved, number[]> = {
    'ours, in the outbox': [],
    'ours, on the screen': [],
    raw: [],
    pouch: [],
  }
  for (let n = 0; n < saves; n++) {
    const {
      id: _id,
      rev: _rev,
      agentId: _agent,
      centreId: _centre,
      ...contact
    } = make.contacts(n, sizes) as never as Record<string, unknown>
    const ticket = make.tickets(n, sizes) as unknown as Record<string, unknown>
    const { type, department, priority, subject, description, channel, reasonCode } = ticket
    const timed = async (name: Saved, save: () => Promise<unknown>) => {
      const begin = performance.now()
      await save()
      times[name].push(performance.now() - begin)
    }
    const newest = newestIn(desk)
    const stored = desk.core.outbox.changed.pipe(filter(() => newestIn(desk) > newest))
    const durable = timed('ours, in the outbox', () => firstValueFrom(stored))
    await timed('ours, on the screen', async () => {
      const done = await door.run('closeContact', {
        contact: { ...contact, customerId, disposition: 'ticket_created' } as never,
        ticket: {
          customerId,
          type,
          department,
          priority,
          subject,
          description,
          channel,
          reasonCode,
        } as never,
      })
      if (!done.ok) throw new Error(`the save was refused: ${done.problem}`)
    })
    await durable
    const id = `new-${n}`
    const event = { id, ticketId: id, customerId, kind: 'opened', at: n, text: description }
    const operation = {
      id,
      steps: [
        { kind: 'openTicket', payload: ticket },
        { kind: 'recordContact', payload: contact },
      ],
    }
    await timed('raw', async () => {
      const transaction = raw.transaction(['outbox', 'tickets', 'events', 'contacts'], 'readwrite', {
        durability: 'strict',
      })
      transaction.objectStore('outbox').put(operation)
      transaction.objectStore('tickets').put({ ...ticket, id })
      transaction.objectStore('events').put(event)
      transaction.objectStore('contacts').put({ ...contact, id })
      transaction.commit()
      await through(transaction)
    })
    await timed('pouch', () =>
      pouch.write([
        { ...operation, id: `o-${n}` },
        { ...ticket, id: `t-${n}` },
        { ...event, id: `e-${n}` },
        { ...contact, id: `c-${n}` },
      ]),
    )
  }
  return times
}

const newestIn = ({ core }: Desk) => core.outbox.unsettled().at(-1)?.deviceSeq ?? 0
