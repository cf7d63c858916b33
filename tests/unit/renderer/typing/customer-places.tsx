import { act } from 'react'
import { ContactPanel } from '#renderer/screens/contact/ContactPanel.tsx'
import { CustomerScreen } from '#renderer/screens/customer/CustomerScreen.tsx'
import { RegisterScreen } from '#renderer/screens/register/RegisterScreen.tsx'
import { startContact, useContact } from '#renderer/stores/contact.ts'
import { orders } from '#renderer/words/id/orders.ts'
import { terms } from '#renderer/words/id/terms.ts'
import { work } from '#renderer/words/id/work.ts'
import { fieldIn, write, type Field } from '#tests/unit/renderer/mounted.tsx'
import { customerId } from '#tests/unit/renderer/typing/world.ts'
import {
  button,
  soon,
  pushSoon,
  field,
  labelled,
  optionNamed,
  labelledAfter,
  openOnce,
} from '#tests/unit/renderer/typing/find.ts'
import type { Place } from '#tests/unit/renderer/typing/place.ts'

const customer = { show: () => <CustomerScreen customerId={customerId} /> }
const folder = 'renderer/screens/'

const ofContact: readonly Place[] = (
  [
    ['the note of a contact', 'RunningForm', () => field('#contact-note')],
    ['the number that a caller gave', 'ContactWay', () => labelled(work.contact.number)],
    ['the subject of a contact’s ticket', 'RunningForm', ticketSubject],
  ] as const
).map(([name, file, open]) => ({
  name,
  draft: 'contact',
  files: [`${folder}contact/${file}.tsx`],
  show: () => <ContactPanel />,
  open: async () => {
    if (useContact.getState().contact === undefined) await act(async () => startContact())
    await field('#contact-note')
    return open()
  },
}))

async function ticketSubject(): Promise<Field> {
  const box = (await labelled(work.contact.withTicket)) as HTMLInputElement
  if (useContact.getState().contact?.ticket === undefined) await act(async () => box.click())
  return field('#contact-subject')
}

const ofCustomer: readonly Place[] = [
  {
    name: 'the words of a ticket',
    draft: `ticket-for:${customerId}`,
    files: [`${folder}customer/TicketDialog.tsx`],
    ...customer,
    open: ({ press }) =>
      labelledAfter(work.ticketForm.description, async () => {
        await soon(() => void button(work.customer.openTicket))
        await press('t')
      }),
  },
  {
    name: 'the note of an order',
    draft: `order-for:${customerId}`,
    files: [`${folder}customer/OrderFields.tsx`],
    ...customer,
    open: ({ press }) =>
      labelledAfter(orders.form.note, async () => {
        await soon(() => void button(orders.open))
        await press('o')
        const wish = await field('#order-wish')
        if (wish.value !== '') return
        await write(wish, 'Ganti')
        const option = await soon(() => optionNamed(orders.wish.sim_swap))
        await act(async () => option.click())
      }),
  },
  {
    name: 'why an order is cancelled',
    draft: 'order-cancel',
    files: [`${folder}customer/CancelOrder.tsx`],
    ...customer,
    prepare: async ({ must }) => {
      const { orderId } = await must('captureOrder', { customerId, wish: 'sim_swap', checksDone: [] })
      return `order-cancel:${orderId}`
    },
    open: () => labelledAfter(orders.cancelNote, () => pushSoon(`${orders.cancel} `)),
  },
  {
    name: 'a detail that is edited where it stands',
    draft: `customer:${customerId}`,
    files: [`${folder}customer/DetailEditor.tsx`],
    ...customer,
    escapeTakesBack: true,
    open: async () => {
      const selector = `input[aria-label="${terms.field.email}"]`
      await openOnce(selector, work.customer.edit(terms.field.email))
      return field(selector)
    },
  },
  {
    name: 'the pinned note',
    draft: `customer:${customerId}`,
    files: [`${folder}customer/PinnedNote.tsx`],
    ...customer,
    open: async () => {
      await openOnce('textarea', work.customer.addNote)
      return labelled(terms.field.pinnedNote)
    },
  },
]

const ofRegister: readonly Place[] = (
  [
    ['the name of a new customer', 'RegisterForm', 'input[maxlength="120"]'],
    ['the address of a new customer', 'MoreFields', ''],
  ] as const
).map(([name, file, selector]) => ({
  name,
  draft: 'register',
  files: [`${folder}register/${file}.tsx`],
  show: () => <RegisterScreen text="" />,
  open: async () => {
    await field('input[maxlength="120"]')
    if (selector !== '') return field(selector)
    const verified = fieldIn(document, 'input[type="radio"][value="verified"]') as HTMLInputElement
    if (!verified.checked) await act(async () => verified.click())
    return labelled(terms.field.addressLine)
  },
}))

export const customerPlaces: readonly Place[] = [...ofContact, ...ofCustomer, ...ofRegister]
