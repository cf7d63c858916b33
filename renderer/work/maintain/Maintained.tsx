import { useState, type ReactNode } from 'react'
import { Button, SegmentedControl } from '@mantine/core'
import type { Reference } from '#domain/reference/reference.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { RecordList, type Column } from '#renderer/ui/RecordList.tsx'
import classes from '#renderer/work/maintain/maintain.module.css'
import { optionsOf } from '#renderer/work/options.ts'

const shown = ['current', 'retired'] as const
type Shown = (typeof shown)[number]
const newest = 'new'

interface MaintainedProps {
  readonly all: readonly Reference[]
  readonly columns: readonly Column<Reference>[]
  readonly words: {
    readonly write: string
    readonly views: string
    readonly view: Readonly<Record<Shown, string>>
    readonly none: Readonly<Record<Shown, string>>
    readonly choose: string
    readonly chooseHint: string
  }
  /** The chosen one, or none for a new one; `undefined` chooses nothing more. */
  readonly renderEditor: (
    chosen: Reference | undefined,
    key: string,
    choose: (id: string | undefined) => void,
  ) => ReactNode
}

/** What headquarters' admins write for all counters: the list, and what is chosen or new beside it. */
export function Maintained({ all, columns, words, renderEditor }: MaintainedProps) {
  const [view, setView] = useState<Shown>('current')
  const [chosen, setChosen] = useState<string>()
  useKeys({ writeNew: () => setChosen(newest) })
  const rows = all.filter(({ active }) => active === (view === 'current'))
  const record = all.find(({ id }) => id === chosen)
  return (
    <div className={classes['maintain']}>
      <div className={classes['side']}>
        <div className={classes['tools']}>
          <Button rightSection={<KeyHint keys="N" />} onClick={() => setChosen(newest)}>
            {words.write}
          </Button>
          <SegmentedControl
            aria-label={words.views}
            data={optionsOf(shown, words.view)}
            value={view}
            onChange={setView}
          />
        </div>
        {rows.length === 0 ? (
          <EmptyState title={words.none[view]} />
        ) : (
          <RecordList
            autoFocus
            hideHeader
            label={words.view[view]}
            rows={rows}
            columns={columns}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setChosen(id)}
          />
        )}
      </div>
      {chosen === undefined || (chosen !== newest && record === undefined) ? (
        <EmptyState title={words.choose} text={words.chooseHint} />
      ) : (
        renderEditor(record, chosen, setChosen)
      )}
    </div>
  )
}
