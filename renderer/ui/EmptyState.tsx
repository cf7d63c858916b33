import type { ReactNode } from 'react'
import type { Icon } from '@tabler/icons-react'
import classes from '#renderer/ui/states.module.css'

interface EmptyStateProps {
  readonly title: string
  readonly text?: ReactNode
  readonly icon?: Icon
  /** What a person may do now; usually one button. */
  readonly action?: ReactNode
}

/** Nothing is here, and that is all right. */
export function EmptyState({ title, text, icon: Icon, action }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      {Icon === undefined ? null : <Icon size={24} stroke={1.5} aria-hidden />}
      <p className={classes['title']}>{title}</p>
      {text === undefined ? null : <div className={classes['text']}>{text}</div>}
      {action === undefined ? null : <div className={classes['action']}>{action}</div>}
    </div>
  )
}
