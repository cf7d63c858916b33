import type { Reference } from '#domain/reference/reference.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { ArticleEditor } from '#renderer/screens/knowledge/ArticleEditor.tsx'
import { useSettings } from '#renderer/stores/settings.ts'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import type { Column } from '#renderer/ui/RecordList.tsx'
import { Maintained } from '#renderer/work/maintain/Maintained.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Where headquarters' admins write, change and retire articles and notices. */
export function Maintain() {
  const { knowledge, common } = useWords()
  const all = useLive('everyArticle')
  const columns = useColumns()
  if (all === undefined) return <LoadingRows rows={8} label={common.loading} />
  return (
    <Maintained
      all={all}
      columns={columns}
      words={knowledge.maintain}
      renderEditor={(article, key, choose) => (
        <ArticleEditor
          key={key}
          article={article}
          isKnown={(id) => all.some((each) => each.id === id)}
          onPublished={choose}
          onClose={() => choose(undefined)}
        />
      )}
    />
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
