import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { SearchAnswer } from '#renderer/data/contract.ts'
import { doorOf } from '#renderer/data/door.ts'
import { testDesk } from '#tests/sync/desk.ts'
import { ani, kendari, registerMany, settled } from '#tests/sync/kendari.ts'

test('what a round says on its way does not begin the answer to a search anew; another instant of the truth does', async () => {
  await using hq = await kendari()
  await using desk = await testDesk(hq, ani)
  await registerMany(desk, 2)
  await settled(desk)
  const { course, search } = desk.inside()
  const asked: string[] = []
  const find = search.find.bind(search)
  Object.assign(search, {
    find(text: string, limit: number) {
      asked.push(text)
      return find(text, limit)
    },
  })
  const answers: SearchAnswer[] = []
  doorOf(desk.inside()).watch('search', ['Orang', 5], (answer) => answers.push(answer))
  await expect.poll(() => answers.length).toBe(1)
  for (const activity of ['sending', 'pulling', 'idle'] as const) course.next({ ...course.value, activity })
  course.next({ ...course.value, lastAcknowledgedAt: 1 })
  await expect.poll(() => answers.at(-1)?.asOf).toBe(1)
  expect(answers.at(-1)?.hits).toHaveLength(2)
  expect(asked).toEqual(['Orang', 'Orang'])
})
