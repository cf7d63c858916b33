import { useState, type RefObject } from 'react'
import { UnstyledButton } from '@mantine/core'
import { waysOf, type Way } from '#domain/item/ways.ts'
import type { Item } from '#domain/item/item.ts'
import type { InboxRow } from '#renderer/data/contract-inbox.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { EditForm } from '#renderer/screens/items/EditForm.tsx'
import { HandOverForm } from '#renderer/screens/items/HandOverForm.tsx'
import classes from '#renderer/screens/items/items.module.css'
import { LaterForm } from '#renderer/screens/items/LaterForm.tsx'
import { useDecide } from '#renderer/screens/items/useDecide.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useWords, type Words } from '#renderer/words/words.ts'

interface WaysProps {
  readonly row: InboxRow
  readonly candidateId: string | undefined
  readonly within: RefObject<HTMLElement | null>
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Each way out with its key and what follows from it. */
export function Ways({ row, candidateId, within, onDone, onCancel }: WaysProps) {
  const words = useWords()
  const { items } = words
  const { item } = row
  const role = useLive('desk')?.person?.role
  const ways = role === undefined ? [] : waysOf(item, role)
  const [asking, setAsking] = useState<'edit' | 'hand_over' | 'later'>()
  const { decide, running, problem } = useDecide(item, candidateId, onDone)
  const choose = (way: Way | undefined): void | false => {
    // The digits belong to the list and what is beside it, not to the rest of the window.
    if (way === undefined || running || within.current?.contains(document.activeElement) !== true)
      return false
    if (way === 'edit' || way === 'hand_over' || way === 'later') return setAsking(way)
    void decide(way)
  }
  useKeys(
    {
      way1: () => choose(ways[0]),
      way2: () => choose(ways[1]),
      way3: () => choose(ways[2]),
      way4: () => choose(ways[3]),
      way5: () => choose(ways[4]),
    },
    { active: asking === undefined },
  )
  const form = {
    row,
    onDone: () => {
      setAsking(undefined)
      onDone()
    },
    onCancel: () => {
      setAsking(undefined)
      onCancel()
    },
  }
  if (asking === 'edit') return <EditForm {...form} />
  if (asking === 'hand_over') return <HandOverForm {...form} />
  if (asking === 'later') return <LaterForm {...form} />
  return (
    <section aria-label={items.ways}>
      <SectionTitle>{items.ways}</SectionTitle>
      <ProblemNote problem={problem} />
      {item.kind === 'refused' && !ways.includes('edit') ? <p>{items.cannotSend}</p> : null}
      {item.kind === 'match' && !ways.includes('link') ? <p>{items.cannotLink}</p> : null}
      <ul className={classes['ways']}>
        {ways.map((way, place) => {
          const { do: name, means } = wordsOf(item, way, words)
          return (
            <li key={way}>
              <UnstyledButton
                className={classes['way']}
                data-way={way}
                disabled={running}
                aria-keyshortcuts={String(place + 1)}
                onClick={() => choose(way)}
              >
                <KeyHint keys={String(place + 1)} />
                <strong>{name}</strong>
                <span>{means}</span>
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface WayWords {
  readonly do: string
  readonly means: string
}

function wordsOf({ kind }: Item, way: Way, { items }: Words): WayWords {
  if (way === 'edit') return kind === 'match' ? items.edit.refused : items.edit[kind]
  if (way === 'noted') return kind === 'transition' ? items.noted.transition : items.noted.refused
  return items.way[way]
}
