import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, type Icon } from '@tabler/icons-react'
import classes from '#renderer/ui/ErrorNote.module.css'

interface ErrorNoteProps {
  readonly title?: ReactNode
  readonly children: ReactNode
  /** `calm` for what is merely so: no line, a hint. */
  readonly tone?: 'attention' | 'problem' | 'calm'
  readonly icon?: Icon
  readonly retry?: { readonly label: string; readonly onClick: () => void; readonly autoFocus?: boolean }
}

/** Says what happened and what to do, at the place where it happened. */
export function ErrorNote({ title, children, tone = 'attention', icon, retry }: ErrorNoteProps) {
  const Sign = icon ?? (tone === 'calm' ? IconInfoCircle : IconAlertTriangle)
  return (
    <div className={classes['note']} data-tone={tone} role={tone === 'calm' ? 'note' : 'alert'}>
      <Sign size={18} stroke={1.8} aria-hidden />
      <div>
        {title === undefined ? null : <p className={classes['title']}>{title}</p>}
        {children}
        {retry === undefined ? null : (
          <Button
            size="compact-sm"
            variant="default"
            mt={6}
            autoFocus={retry.autoFocus ?? false}
            onClick={retry.onClick}
            display="block"
          >
            {retry.label}
          </Button>
        )}
      </div>
    </div>
  )
}
