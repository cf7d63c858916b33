import { Skeleton } from '@mantine/core'
import classes from '#renderer/ui/states.module.css'

interface LoadingRowsProps {
  readonly rows?: number
  readonly height?: number
  /** Read out instead of the grey bars: `words.common.loading`. */
  readonly label: string
}

/** Where rows will be in a moment. */
export function LoadingRows({ rows = 5, height = 16, label }: LoadingRowsProps) {
  return (
    <div className={classes['rows']} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} width={`${92 - ((row * 17) % 40)}%`} />
      ))}
    </div>
  )
}
