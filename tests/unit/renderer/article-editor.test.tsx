// @vitest-environment happy-dom
import { act, useState } from 'react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reference } from '#domain/reference/reference.ts'
import { ArticleEditor } from '#renderer/screens/knowledge/ArticleEditor.tsx'
import { common } from '#renderer/words/id/common.ts'
import { knowledge } from '#renderer/words/id/knowledge.ts'
import { maintain } from '#renderer/words/id/maintain.ts'
import { mount, write } from '#tests/unit/renderer/mounted.tsx'
import { labelled, pushSoon } from '#tests/unit/renderer/typing/find.ts'
import { openWorld, type World } from '#tests/unit/renderer/typing/world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

const editionOf = (edition: number, title: string): Reference => ({
  id: 'article:uji',
  rev: edition,
  kind: 'article',
  code: 'UJI',
  active: true,
  edition,
  title: { id: title, en: title },
  body: { id: 'Isi', en: 'Text' },
})
const nothing = () => undefined

function Desk() {
  const [article, setArticle] = useState(editionOf(1, 'Lama'))
  return (
    <>
      <button type="button" onClick={() => setArticle(editionOf(2, 'Dari rekan'))}>
        Edisi berikut
      </button>
      <ArticleEditor article={article} isKnown={() => true} onPublished={nothing} onClose={nothing} />
    </>
  )
}

test('what was changed in an article stays over another edition; thrown away, the newest edition is there', async () => {
  world.author()
  await mount(world.door, <Desk />)
  const { field } = knowledge.maintain
  const { discard } = maintain
  const title = () => labelled(field.titleId)
  await write(await title(), 'Milik sendiri')
  await pushSoon('Edisi berikut')
  expect((await title()).value).toBe('Milik sendiri')
  await pushSoon(discard)
  expect((await title()).value).toBe('Dari rekan')
  expect(document.body.textContent).toContain(common.close)
  await act(async () => undefined)
  expect((await title()).value).toBe('Dari rekan')
})
