// @vitest-environment happy-dom
import { act } from 'react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfirmLink } from '#renderer/screens/customer/ConfirmLink.tsx'
import { useContact } from '#renderer/stores/contact.ts'
import { work } from '#renderer/words/id/work.ts'
import { items } from '#renderer/words/id/items.ts'
import { when } from '#tests/unit/renderer/practising.ts'
import { mount } from '#tests/unit/renderer/mounted.tsx'
import { soon } from '#tests/unit/renderer/typing/find.ts'
import { customerId, openWorld, type World } from '#tests/unit/renderer/typing/world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

const otherId = 'practice-customer-04'

test('two records side by side show no personal data until it may be seen, and yet say what both have alike', async () => {
  world.author()
  for (const id of [customerId, otherId]) {
    const { birthDate = '' } = await customerOf(id)
    await world.must('amendCustomer', {
      customerId: id,
      changes: { birthDate: '1988-02-14' },
      base: { birthDate },
    })
  }
  const { addressLine = '' } = await customerOf(customerId)
  const changes = { addressLine: 'Jl. Rahasia Besar 17' }
  await world.must('changeContactDetails', { customerId, changes, base: { addressLine } })
  const nothing = () => undefined
  await mount(
    world.door,
    <ConfirmLink
      customer={await customerOf(customerId)}
      otherId={otherId}
      onBack={nothing}
      onClose={nothing}
    />,
  )
  const side = (title: string) =>
    soon(() => {
      const found = document.querySelector<HTMLElement>(`[aria-label="${title}"]`)
      if (found?.querySelector('dl') === null || found === null) throw new Error(`${title} is not there`)
      return found
    })
  const absorbed = await side(work.customer.linkAbsorbed)
  await soon(() => expect(absorbed.textContent).toContain(items.choice.alike))
  expect(document.body.textContent).not.toContain('1988')
  expect(document.body.textContent).not.toContain('Rahasia Besar')

  // One is shown: the other one is still nobody's business.
  const show = absorbed.querySelector<HTMLElement>(`[aria-label^="${work.customer.show}"]`)
  await act(async () => show?.click())
  expect(absorbed.textContent).toContain('Rahasia Besar')
  expect(absorbed.textContent).toContain('1988')
  expect((await side(work.customer.linkSurvivor)).textContent).not.toContain('1988')
  expect(useContact.getState().shown).toEqual([customerId])
})

async function customerOf(id: string) {
  const view = await when(world.door, 'customer', [id], (now) => now !== null && now !== undefined)
  if (view === null) throw new Error(`there is no ${id}`)
  return view.customer
}
