import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import classes from '#renderer/work/maintain/maintain.module.css'
import { useWords } from '#renderer/words/words.ts'

interface WrittenFormProps {
  readonly label: string
  /** Whether the line is there, without which nothing is published. */
  readonly up: boolean
  readonly publish: string
  readonly isChanged: boolean
  readonly onPublish: () => void
  /** Throws away what was changed, or leaves what was not. */
  readonly onDiscard: () => void
  /** What else may be done with it. */
  readonly others?: ReactNode
  readonly children: ReactNode
}

/** What headquarters writes for all counters, while it is written. Every keystroke goes to the draft. */
export function WrittenForm({ label, up, isChanged, children, others, ...does }: WrittenFormProps) {
  const { common, maintain } = useWords()
  return (
    <section className={classes['form']} aria-label={label} tabIndex={0}>
      {children}
      <p role="status">{up ? maintain.kept : maintain.needsLine}</p>
      <div className={classes['tools']}>
        <Button disabled={!up} rightSection={<KeyHint keys="mod+Enter" />} onClick={does.onPublish}>
          {does.publish}
        </Button>
        {others}
        <Button variant="subtle" onClick={does.onDiscard}>
          {isChanged ? maintain.discard : common.close}
        </Button>
      </div>
    </section>
  )
}
