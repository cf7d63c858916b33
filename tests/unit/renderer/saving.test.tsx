// @vitest-environment happy-dom
import { act } from 'react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Commands } from '#renderer/data/contract.ts'
import type { Door } from '#renderer/data/door.ts'
import { ContactPanel } from '#renderer/screens/contact/ContactPanel.tsx'
import { Timeline } from '#renderer/screens/customer/Timeline.tsx'
import {
  cancelContact,
  changeContact,
  clearFinished,
  startContact,
  useContact,
} from '#renderer/stores/contact.ts'
import { problems } from '#renderer/words/id/problems.ts'
import { work } from '#renderer/words/id/work.ts'
import { when } from '#tests/unit/renderer/practising.ts'
import { mount } from '#tests/unit/renderer/mounted.tsx'
import { field, soon } from '#tests/unit/renderer/typing/find.ts'
import { customerId, openWorld, type World } from '#tests/unit/renderer/typing/world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

type Closing = ReturnType<Commands['closeContact']>

/** The desk's own door, which runs the end of a contact when the test says so, and answers it when it says so. */
function heldDoor(before: () => Promise<unknown> = async () => undefined) {
  const [begin, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const closing = async (run: () => Promise<Closing>) => {
    await begin.promise
    await before()
    const done = await run()
    await end.promise
    return done
  }
  const door: Door = {
    ...world.door,
    run: (name, request) =>
      name === 'closeContact'
        ? (closing(() => world.door.run(name, request) as never) as never)
        : world.door.run(name, request),
  }
  const opening = (gate: PromiseWithResolvers<void>) => () => act(async () => gate.resolve())
  return { door, save: opening(begin), answer: opening(end) }
}

/** A customer's history with a contact that is ready to be ended, and what is seen of its words in it. */
async function ready(door: Door, note: string) {
  world.author()
  clearFinished()
  const [reason] = await when(world.door, 'reasons', [], (all) => all.length > 0)
  startContact(customerId)
  changeContact({ reasonCode: reason?.code, disposition: 'information_given', note })
  const mounted = await mount(
    door,
    <>
      <Timeline customerId={customerId} />
      <ContactPanel />
    </>,
  )
  await field('#contact-note')
  const rows = () =>
    [...mounted.page.querySelectorAll('section li')].filter((row) => row.textContent.includes(note))
  const seen: string[] = []
  const look = () =>
    void seen.push(
      rows()
        .map((row) => row.getAttribute('aria-busy'))
        .join(' '),
    )
  const observer = new MutationObserver(look)
  observer.observe(mounted.page, { childList: true, subtree: true, attributes: true })
  return { ...mounted, rows, seen }
}

test('[C2] a contact stands among what happened from the key on, as being saved, and once', async () => {
  const { door, save, answer } = heldDoor()
  const { press, rows, seen } = await ready(door, 'Kuota habis sejak pagi')
  expect(rows()).toEqual([])
  await press('Enter', { ctrlKey: true })
  expect(rows().map((row) => row.getAttribute('aria-busy'))).toEqual(['true'])
  expect(rows()[0]?.textContent).toContain(work.customer.saving)
  // The form is there until it is safe, and the key does nothing twice.
  await press('Enter', { ctrlKey: true })
  expect((await field('#contact-note')).value).toBe('Kuota habis sejak pagi')

  // The history knows it before the command has ended.
  await save()
  await soon(() => expect(rows()[0]?.getAttribute('aria-busy')).toBe('false'))
  expect(rows()[0]?.textContent).not.toContain(work.customer.saving)
  expect(useContact.getState().contact).toBeDefined()
  await answer()
  await soon(() => expect(document.body.textContent).toContain(work.contact.done))
  expect(rows().length).toBe(1)
  expect(new Set(seen)).toEqual(new Set(['true', 'false']))
})

test('F4 right behind the key that ends a contact begins the next one when this one is saved', async () => {
  const { door, save, answer } = heldDoor()
  const { press } = await ready(door, 'Yang pertama')
  await press('Enter', { ctrlKey: true })
  await press('F4')
  expect(useContact.getState().contact?.note).toBe('Yang pertama')
  await save()
  await answer()
  await soon(() => expect(useContact.getState().contact?.note).toBe(''))
  expect(useContact.getState().finished).toBeUndefined()
  await act(async () => cancelContact())
})

test('[C2] what is refused leaves the history, and the form still has all of it, with the reason', async () => {
  const { door, save, answer } = heldDoor(() => world.door.run('lock', {}))
  const { press, rows } = await ready(door, 'Tidak jadi disimpan')
  await press('Enter', { ctrlKey: true })
  await press('F4')
  expect(rows().length).toBe(1)
  await save()
  await answer()
  await soon(() => expect(rows()).toEqual([]))
  expect((await field('#contact-note')).value).toBe('Tidak jadi disimpan')
  expect(document.body.textContent).toContain(problems.session_expired)
  expect(useContact.getState()).toMatchObject({ contact: { note: 'Tidak jadi disimpan' } })
  expect(useContact.getState().saving).toBeUndefined()
})
