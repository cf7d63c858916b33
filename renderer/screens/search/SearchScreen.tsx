import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button, TextInput } from '@mantine/core'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import type { SearchAnswer, SearchHit } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { hitKey, leave, openHit } from '#renderer/screens/search/open-hit.ts'
import { ChosenAhead } from '#renderer/screens/search/ChosenAhead.tsx'
import { Hits } from '#renderer/screens/search/Hits.tsx'
import { NotFound } from '#renderer/screens/search/NotFound.tsx'
import { SearchTips } from '#renderer/screens/search/SearchTips.tsx'
import screen from '#renderer/work/screen.module.css'
import { ScopeLine } from '#renderer/work/ScopeLine.tsx'
import { useLatest } from '#renderer/work/useLatest.ts'
import { useWords } from '#renderer/words/words.ts'

const most = 30

/** Finds customers and tickets by whatever the customer says. Going back finds the text again. */
export function SearchScreen({ text: given }: { readonly text: string }) {
  const { work } = useWords()
  const [text, setText] = useState(given)
  const exact = useLive('search', text.trim(), most)
  const answer = useLatest(exact)
  const list = useHitKeys(text, exact, answer)
  const searching = text.trim() !== ''
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{work.search.title}</h1>
        <Button
          className={screen['spring']}
          variant="default"
          leftSection={<IconUserPlus size={14} aria-hidden />}
          onClick={() => leave(text, { at: 'register', text: text.trim() })}
        >
          {work.search.registerNew}
        </Button>
      </div>
      <TextInput
        autoFocus
        size="md"
        aria-label={work.search.field}
        placeholder={work.search.placeholder}
        leftSection={<IconSearch size={18} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        role="combobox"
        aria-expanded={searching && (answer?.hits.length ?? 0) > 0}
        aria-controls="hits"
        aria-autocomplete="list"
        aria-activedescendant={list.active === undefined ? undefined : `hit-${hitKey(list.active)}`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={list.onKeyDown}
      />
      <ChosenAhead hit={searching ? list.active : undefined} />
      <ScopeLine answer={answer} found={searching ? answer?.hits.length : undefined} />
      {searching && answer !== undefined && answer.hits.length > 0 ? (
        <Hits
          hits={answer.hits}
          active={list.active}
          stale={exact === undefined}
          onOpen={(hit) => openHit(hit, text)}
        />
      ) : (
        <div className={screen['fill']}>
          {!searching ? <SearchTips /> : null}
          {searching && exact?.hits.length === 0 ? <NotFound answer={exact} /> : null}
        </div>
      )}
    </div>
  )
}

/** Arrows choose, Enter opens. An Enter that comes before its answer waits for it, so it never opens the last search's customer. */
function useHitKeys(text: string, exact: SearchAnswer | undefined, shown: SearchAnswer | undefined) {
  const [chosen, setChosen] = useState({ text, index: 0 })
  const waiting = useRef('')
  const index = chosen.text === text ? Math.min(chosen.index, Math.max(0, (shown?.hits.length ?? 0) - 1)) : 0
  const active: SearchHit | undefined = shown?.hits[index]

  function enter(answer: SearchAnswer): void {
    const hit = answer.hits[index]
    if (hit !== undefined) openHit(hit, text)
    else if (text.trim() !== '') leave(text, { at: 'register', text: text.trim() })
  }
  useEffect(() => {
    if (exact === undefined || text === '' || waiting.current !== text) return
    waiting.current = ''
    enter(exact)
  })
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setChosen({ text, index: Math.max(0, Math.min(index + step, (shown?.hits.length ?? 1) - 1)) })
    }
    if (event.key !== 'Enter' || text.trim() === '') return
    event.preventDefault()
    if (exact === undefined) waiting.current = text
    else enter(exact)
  }
  return { active, onKeyDown }
}
