import type { Reference } from '#domain/reference/reference.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { ServiceEditor } from '#renderer/screens/queue/ServiceEditor.tsx'
import { useSettings } from '#renderer/stores/settings.ts'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import type { Column } from '#renderer/ui/RecordList.tsx'
import { Maintained } from '#renderer/work/maintain/Maintained.tsx'
import { useWords } from '#renderer/words/words.ts'

/** Where headquarters' admins say what visitors queue for. */
export function MaintainServices() {
  const { queue, common } = useWords()
  const all = useLive('everyService')
  const columns = useColumns()
  if (all === undefined) return <LoadingRows rows={4} label={common.loading} />
  return (
    <Maintained
      all={all}
      columns={columns}
      words={queue.services}
      renderEditor={(service, key, choose) => (
        <ServiceEditor
          key={key}
          service={service}
          others={all.filter(({ id }) => id !== service?.id)}
          onPublished={choose}
          onClose={() => choose(undefined)}
        />
      )}
    />
  )
}

function useColumns(): readonly Column<Reference>[] {
  const { column, somewhere } = useWords().queue.services
  const language = useSettings((now) => now.language)
  return [
    { key: 'prefix', title: column.prefix, width: '28px', render: ({ prefix }) => prefix },
    {
      key: 'label',
      title: column.label,
      width: 'minmax(0, 1fr)',
      render: ({ label, code }) => label?.[language] ?? code,
    },
    {
      key: 'where',
      title: column.where,
      width: 'auto',
      align: 'end',
      render: ({ centreIds = [], regions = [] }) =>
        centreIds.length + regions.length > 0 ? somewhere : null,
    },
  ]
}
