import type { ReactNode } from 'react'
import classes from '#renderer/work/facts.module.css'

interface FactListProps {
  readonly label: string
  /** A fact without a value is left out. */
  readonly facts: readonly (readonly [name: string, value: ReactNode])[]
}

/** Names and values in two columns. */
export function FactList({ label, facts }: FactListProps) {
  return (
    <dl aria-label={label} className={classes['facts']}>
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name} className={classes['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
