import { memo } from 'react'
import { VisuallyHidden } from '@mantine/core'
import type { Column } from '#renderer/ui/RecordList.tsx'
import classes from '#renderer/ui/RecordList.module.css'

interface RecordHeaderProps<Row> {
  readonly columns: readonly Column<Row>[]
  /** In a list whose rows can be chosen. */
  readonly selectLabel?: string | undefined
}

function Header<Row>({ columns, selectLabel }: RecordHeaderProps<Row>) {
  return (
    <div role="row" aria-rowindex={1} className={classes['header']}>
      {selectLabel === undefined ? null : (
        <span role="columnheader">
          <VisuallyHidden>{selectLabel}</VisuallyHidden>
        </span>
      )}
      {columns.map((column) => (
        <span key={column.key} role="columnheader" data-align={column.align}>
          {column.titleHidden === true ? <VisuallyHidden>{column.title}</VisuallyHidden> : column.title}
        </span>
      ))}
    </div>
  )
}

/** What each column is; not drawn again while the list runs past. */
export const RecordHeader = memo(Header) as typeof Header
