import type { ReactNode } from 'react'
import classes from '#renderer/ui/Front.module.css'

interface FrontProps {
  readonly brand: string
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
  /** Small and quiet, below the sheet. */
  readonly foot?: ReactNode
}

/** One sheet in the middle of the window: what stands before the console is open. */
export function Front({ brand, title, lead, children, foot }: FrontProps) {
  return (
    <div className={classes['front']}>
      <main className={classes['sheet']}>
        <p className={classes['brand']}>{brand}</p>
        <h1 className={classes['title']}>{title}</h1>
        {lead === undefined ? null : <div className={classes['lead']}>{lead}</div>}
        {children}
      </main>
      {foot === undefined ? null : <footer className={classes['foot']}>{foot}</footer>}
    </div>
  )
}
