import { useState } from 'react'
import { Button, SegmentedControl } from '@mantine/core'
import type { Reference } from '#domain/reference/reference.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { ArticleEditor } from '#renderer/screens/knowledge/ArticleEditor.tsx'
import classes from '#renderer/screens/knowledge/knowledge.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { RecordList, type Column } from '#renderer/ui/RecordList.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const shown = ['current', 'retired'] as const
const newest = 'new'

/** Where headquarters' admins write, change and retire articles and notices. */
export function Maintain() {
  const { knowledge, common } = useWords()
  const words = knowledge.maintain
  const all = useLive('everyArticle')
  const [view, setView] = useState<(typeof shown)[number]>('current')
  const [chosen, setChosen] = useState<string>()
  const columns = useColumns()
  useKeys({ newArticle: () => setChosen(newest) })
  if (all === undefined) return <LoadingRows rows={8} label={common.loading} />
  const rows = all.filter(({ active }) => active === (view === 'current'))
  const article = all.find(({ id }) => id === chosen)
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
      {chosen === undefined || (chosen !== newest && article === undefined) ? (
        <EmptyState title={words.choose} text={words.chooseHint} />
      ) : (
        <ArticleEditor
          key={chosen}
          article={article}
          isKnown={(id) => all.some((each) => each.id === id)}
          onPublished={setChosen}
          onClose={() => setChosen(undefined)}
        />
      )}
    </div>
  )
}

function useColumns(): readonly Column<Reference>[] {
  const { knowledge } = useWords()
  const { column } = knowledge.maintain
  const format = useFormat()
  const language = useSettings((now) => now.language)
  return [
    {
      key: 'title',
      title: column.title,
      width: 'minmax(0, 1fr)',
      render: ({ title, code }) => title?.[language] ?? code,
    },
    {
      key: 'kind',
      title: column.kind,
      width: 'auto',
      align: 'end',
      render: ({ noticeKind, edition }) =>
        noticeKind === undefined
          ? knowledge.maintain.editionShort(format.count(edition ?? 1))
          : knowledge.notice[noticeKind],
    },
  ]
}
