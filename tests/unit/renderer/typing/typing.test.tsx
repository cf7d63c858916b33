// @vitest-environment happy-dom
import { act } from 'react'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { Simulator } from '#renderer/screens/settings/Simulator.tsx'
import { useContact } from '#renderer/stores/contact.ts'
import type { Door } from '#renderer/data/door.ts'
import { fieldIn, mount, write } from '#tests/unit/renderer/mounted.tsx'
import { fields, textField } from '#tests/unit/renderer/typing/fields.ts'
import { customerPlaces } from '#tests/unit/renderer/typing/customer-places.tsx'
import { moneyPlaces } from '#tests/unit/renderer/typing/money-places.tsx'
import { workPlaces } from '#tests/unit/renderer/typing/work-places.tsx'
import { openWorld, type World } from '#tests/unit/renderer/typing/world.ts'

const root = join(import.meta.dirname, '../../../..')
const places = [...customerPlaces, ...moneyPlaces, ...workPlaces]
const words = 'Setengah kalimat'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

for (const place of places) {
  test(`${place.name}: what is typed is there after a kill, a change from elsewhere, a lock, another screen and Escape, for its author alone`, async () => {
    useContact.setState({ passed: 0, countsFrom: 0, shown: [] }, true)
    world.author()
    await world.must('dropDraft', { key: place.draft })
    const key = (await place.prepare?.(world)) ?? place.draft
    const show = async () => {
      const page = await mount(world.door, place.show())
      return { ...page, field: await place.open(page) }
    }
    const first = await show()
    await write(first.field, words)
    // The screen stands and nobody has left the field: it is what a kill would find.
    await vi.waitFor(async () => expect(await world.kept(key)).toContain(words))
    await act(() => world.changeRecords())
    expect((await place.open(first)).value).toContain(words)

    // The last letters and the lock come in the same moment.
    const longer = `${words} dan selebihnya`
    await write(await place.open(first), longer)
    await act(async () => void (await world.door.run('lock', {})))
    await first.leave()

    world.colleague()
    const other = await show()
    expect(other.field.value).not.toContain(words)
    expect(document.body.textContent).not.toContain(words)
    await other.leave()

    world.author()
    const again = await show()
    expect(again.field.value).toContain(longer)
    again.field.focus()
    await again.press('Escape')
    await again.leave()
    const last = await show()
    if (place.escapeTakesBack === true) expect(last.field.value).not.toContain(words)
    else expect(last.field.value).toContain(longer)
    await last.leave()
  })
}

test('somebody who never pauses is kept too, and letters that are followed by a lock at once are their author’s', async () => {
  world.author()
  await world.must('dropDraft', { key: 'simulator' })
  const { leave } = await mount(world.door, <Simulator />)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const field = fieldIn(document, '#simulator-number')
  for (let typed = '0'; typed.length < 12; typed += '8') {
    await write(field, typed)
    await act(async () => void vi.advanceTimersByTime(60))
  }
  // There was no pause; eleven signs took 660 ms.
  expect((await world.kept('simulator')).length).toBeGreaterThan('{"number":"088888","queue":""}'.length)
  await write(field, '0811 terakhir')
  world.colleague()
  await leave()
  expect(await world.kept('simulator')).toContain('0811 terakhir')
})

test('the first letter after a pause is written at once, and fast typing is written ten times a second at most', async () => {
  world.author()
  await world.must('dropDraft', { key: 'simulator' })
  const written: string[] = []
  const door: Door = {
    ...world.door,
    run: (name, request) => {
      if (name === 'saveDraft') written.push(JSON.stringify(request))
      return world.door.run(name, request)
    },
  }
  await mount(door, <Simulator />)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const field = fieldIn(document, '#simulator-number')
  const pass = (milliseconds: number) => act(async () => void vi.advanceTimersByTime(milliseconds))
  for (const typed of ['0', '08']) {
    await write(field, typed)
    await pass(0)
    expect(written.at(-1)).toContain(`${typed}\\"`)
    await pass(1000)
  }
  expect(written).toHaveLength(2)
  for (let typed = '081'; typed.length < 53; typed += '7') {
    await write(field, typed)
    await pass(20)
  }
  // Fifty letters in a second.
  expect(written.length - 2).toBeLessThanOrEqual(11)
  expect(written.length - 2).toBeGreaterThanOrEqual(10)
})

test('every file with a field for words is known, and what is somebody’s own words is swept', () => {
  const typed = globSync('renderer/**/*.tsx', { cwd: root })
    .filter((file) => textField.test(readFileSync(join(root, file), 'utf8')))
    .toSorted()
  expect(Object.keys(fields).toSorted()).toEqual(typed)
  const swept = Object.keys(fields).filter((file) => fields[file] === 'swept')
  expect([...new Set(places.flatMap(({ files }) => files))].toSorted()).toEqual(swept.toSorted())
})
