import type { ReactNode } from 'react'
import classes from '#renderer/screens/settings/SettingsScreen.module.css'

interface LineProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly children: ReactNode
}

/** One setting: what it is, what it does, and its choice at the far end. */
export function Line({ label, hint, children }: LineProps) {
  return (
    <div className={classes['line']}>
      <div>
        <div>{label}</div>
        {hint === undefined ? null : <div className={classes['hint']}>{hint}</div>}
      </div>
      {children}
    </div>
  )
}
