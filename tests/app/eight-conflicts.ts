import type { Customer } from '#domain/customer/customer.ts'
import type { OtherDesk } from './other-desk.ts'

/** Eight things that go wrong between two counters in a day, each with its own customer or ticket. */
export async function eightConflicts(other: OtherDesk): Promise<Record<string, { id: string; of: string }>> {
  const customers = (await other.all('customers')).filter(
    ({ mergedInto, phone }) => mergedInto === undefined && phone !== undefined,
  )
  const take = (place: number): Customer => {
    const customer = customers[place]
    if (customer === undefined) throw new Error('the demo has too few customers')
    return customer
  }
  const itemOf = async (result: ReturnType<OtherDesk['take']>) => (await result).itemIds?.[0] ?? ''
  const changed = async (place: number, changes: Record<string, string>) => {
    const { id } = take(place)
    const stale = Object.fromEntries(Object.keys(changes).map((field) => [field, 'sudah lain']))
    return {
      id: await itemOf(other.take('changeContactDetails', { customerId: id, changes }, stale)),
      of: id,
    }
  }
  const closed = async (name: string) => {
    const ticketId = other.newId()
    await other.take('openTicket', {
      ticketId,
      code: `T-${other.label}-2611-${name}`,
      type: 'complaint',
      department: 'care',
      priority: 'p2',
      subject: `Uji ${name}`,
      channel: 'walk_in',
      ownerId: other.personId,
      customerId: take(3).id,
    })
    return {
      id: await itemOf(other.take('moveTicket', { ticketId, to: 'closed', note: 'Beres' })),
      of: ticketId,
    }
  }
  const registered = async (place: number) => {
    const customerId = other.newId()
    const { phone = '' } = take(place)
    const payload = {
      customerId,
      code: `P-${other.label}-${place}`,
      kind: 'person',
      provenance: 'provisional',
      segment: 'consumer',
      since: '2026-11-23',
      name: `Uji Kembar ${place}`,
      language: 'id',
      phone,
    } as const
    return { id: await itemOf(other.take('registerCustomer', payload)), of: customerId }
  }
  const named = take(6)
  return {
    keep: await changed(0, { city: 'Kota Baru' }),
    mine: await changed(1, { email: 'baru@example.com' }),
    edit: await changed(2, { phone: '+628179990002', city: 'Kolaka' }),
    leave: await closed('0001'),
    move: await closed('0002'),
    twin: await registered(4),
    other: await registered(5),
    forbidden: {
      id: await itemOf(
        other.take(
          'amendCustomer',
          { customerId: named.id, changes: { name: 'Nama Salah' } },
          { name: named.name },
        ),
      ),
      of: named.id,
    },
  }
}
