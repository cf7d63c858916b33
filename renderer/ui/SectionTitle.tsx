import type { ReactNode } from 'react'
import classes from '#renderer/ui/states.module.css'

interface SectionTitleProps {
  readonly children: ReactNode
  /** For `aria-labelledby` of the section. */
  readonly id?: string
  /** How many there are, already written as people read it. */
  readonly count?: string | undefined
  /** Buttons at the far end of the line. */
  readonly aside?: ReactNode
}

export function SectionTitle({ children, id, count, aside }: SectionTitleProps) {
  return (
    <div className={classes['heading']}>
      <h2 id={id}>{children}</h2>
      {count === undefined ? null : <span className={classes['count']}>{count}</span>}
      {aside === undefined ? null : <div className={classes['aside']}>{aside}</div>}
    </div>
  )
}
