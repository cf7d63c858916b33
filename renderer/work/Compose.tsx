import { useRef, type ReactNode } from 'react'
import { Button } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import type { Macro } from '#domain/reference/macro.ts'
import type { ProblemCode } from '#domain/problems.ts'
import type { TicketStatus } from '#domain/ticket/ticket.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { isStaged, isWhole, withMacro, type Composed, type Staged } from '#renderer/work/composed.ts'
import { MacroSelect } from '#renderer/work/MacroSelect.tsx'
import { MentionField } from '#renderer/work/MentionField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import classes from '#renderer/work/staged.module.css'
import { StagedParts } from '#renderer/work/StagedParts.tsx'
import { openOptions } from '#renderer/work/typed.ts'
import { useCommitKey } from '#renderer/work/useCommitKey.ts'
import { useWords } from '#renderer/words/words.ts'

interface ComposeProps {
  readonly composed: Composed
  readonly onChange: (composed: Composed) => void
  readonly onCommit: () => Promise<void>
  readonly running: boolean
  readonly problem: ProblemCode | undefined
  readonly statuses: readonly TicketStatus[]
  readonly hindrance?: string | undefined
  readonly say: (words: NonNullable<Macro['text']>) => string
  /** Parts that can be put ready by hand, each with what it begins with. */
  readonly adding: readonly (readonly [name: string, part: Staged])[]
  readonly ready?: boolean
  readonly children?: ReactNode
}

/** Words, and what a macro or a hand puts ready beside them: all of it is one commit. */
export function Compose(props: ComposeProps) {
  const { composed, onChange, onCommit, running, problem, statuses, hindrance, say, adding } = props
  const { work, ticketing } = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const staged = isStaged(composed)
  const sayable =
    (staged || composed.text.trim() !== '') &&
    hindrance === undefined &&
    isWhole(composed.staged) &&
    !holdsNik(JSON.stringify(composed)) &&
    !running
  const add = (part: Staged) => {
    onChange({ ...composed, staged: { ...part, ...composed.staged } })
    // The field is there with the next frame.
    requestAnimationFrame(() => openOptions(`staged-${Object.keys(part)[0] ?? ''}`))
  }
  async function commit(): Promise<void> {
    if (!sayable) return
    await onCommit()
    field.current?.focus()
  }
  const priority = adding.find(([, part]) => part.priority !== undefined)?.[1]
  useKeys({
    ticketNote: () => field.current?.focus(),
    macro: () => openOptions('ticket-macro'),
    ticketPriority: priority === undefined ? undefined : () => add(priority),
  })
  return (
    <div className={classes['compose']} onKeyDown={useCommitKey(commit)}>
      <ProblemNote problem={problem} />
      {staged ? (
        <StagedParts
          staged={composed.staged}
          statuses={statuses}
          hindrance={hindrance}
          onChange={(next) => onChange({ ...composed, staged: next })}
        />
      ) : null}
      <MentionField
        field={field}
        aria-label={work.ticket.note}
        placeholder={work.ticket.notePlaceholder}
        disabled={props.ready === false}
        value={composed.text}
        onChange={(text) => onChange({ ...composed, text })}
      />
      <div className={classes['send']}>
        <MacroSelect
          id="ticket-macro"
          onChoose={(macro) => {
            onChange(withMacro(composed, macro, say))
            field.current?.focus()
          }}
        />
        {adding.map(([name, part]) => (
          <Button key={name} size="compact-sm" variant="subtle" onClick={() => add(part)}>
            + {name}
          </Button>
        ))}
        <span className={classes['kept']}>{props.children}</span>
        <Button
          disabled={!sayable}
          loading={running}
          rightSection={<KeyHint keys="mod+Enter" />}
          onClick={commit}
        >
          {staged ? ticketing.macro.commit : work.ticket.noteDo}
        </Button>
      </div>
    </div>
  )
}
