import { useState, type KeyboardEvent } from 'react'
import { SegmentedControl, TextInput } from '@mantine/core'
import { IconBook, IconSearch } from '@tabler/icons-react'
import type { ArticleList } from '#renderer/data/contract-knowledge.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { Article } from '#renderer/screens/knowledge/Article.tsx'
import { ArticleOptions } from '#renderer/screens/knowledge/ArticleOptions.tsx'
import classes from '#renderer/screens/knowledge/knowledge.module.css'
import { Maintain } from '#renderer/screens/knowledge/Maintain.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import screen from '#renderer/work/screen.module.css'
import { useLatest } from '#renderer/work/useLatest.ts'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const most = 100
const parts = ['read', 'maintain'] as const

/** What headquarters knows: words find it, arrows walk through it, and the article stands beside. Works without a line. */
export function KnowledgeScreen({ articleId }: { readonly articleId: string | undefined }) {
  const { knowledge } = useWords()
  const mayMaintain = usePermits()('publishArticle')
  const [part, setPart] = useState<(typeof parts)[number]>('read')
  const maintains = mayMaintain && part === 'maintain'
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{knowledge.title}</h1>
        {mayMaintain ? (
          <SegmentedControl
            aria-label={knowledge.parts}
            data={optionsOf(parts, knowledge.part)}
            value={part}
            onChange={setPart}
          />
        ) : null}
      </div>
      {maintains ? <Maintain /> : <Reading articleId={articleId} />}
    </div>
  )
}

function Reading({ articleId }: { readonly articleId: string | undefined }) {
  const { knowledge, common } = useWords()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(articleId)
  const list = useLatest(useLive('articles', text.trim(), most))
  const found = list?.articles ?? []
  // What a notice led to is shown even when it holds no more.
  const shown = text === '' && chosen === articleId ? (articleId ?? found[0]?.id) : chosenIn(found, chosen)
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const at = found.findIndex(({ id }) => id === shown)
      const next = found[Math.max(0, Math.min(at + step, found.length - 1))]
      if (next !== undefined) setChosen(next.id)
    }
    if (event.key === 'Enter') document.getElementById('article')?.focus()
  }
  return (
    <>
      <TextInput
        autoFocus
        size="md"
        aria-label={knowledge.field}
        placeholder={knowledge.placeholder}
        leftSection={<IconSearch size={18} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="articles"
        aria-autocomplete="list"
        aria-activedescendant={shown === undefined ? undefined : `option-${shown}`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {list === undefined ? <LoadingRows rows={8} label={common.loading} /> : <Searched list={list} />}
      <div className={classes['body']}>
        {found.length === 0 ? null : <ArticleOptions articles={found} active={shown} onChoose={setChosen} />}
        {list !== undefined && found.length === 0 ? <Nothing list={list} /> : null}
        {shown === undefined ? null : <Article key={shown} articleId={shown} />}
      </div>
    </>
  )
}

function chosenIn(found: ArticleList['articles'], chosen: string | undefined): string | undefined {
  return (found.find(({ id }) => id === chosen) ?? found[0])?.id
}

/** In how much was looked, and as of when. */
function Searched({ list }: { readonly list: ArticleList }) {
  const { knowledge } = useWords()
  const format = useFormat()
  const asOf = useLive('sync')?.lastAcknowledgedAt
  const count = format.count(list.searched)
  return (
    <p className={screen['quiet']}>
      {asOf === undefined ? knowledge.searchedHere(count) : knowledge.searched(count, format.time(asOf))}
    </p>
  )
}

function Nothing({ list }: { readonly list: ArticleList }) {
  const { knowledge } = useWords()
  return list.searched === 0 ? (
    <EmptyState icon={IconBook} title={knowledge.none} text={knowledge.noneHint} />
  ) : (
    <EmptyState title={knowledge.nothing} text={knowledge.nothingHint} />
  )
}
