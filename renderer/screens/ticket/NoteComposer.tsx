import { useRef, useState } from 'react'
import { Button } from '@mantine/core'
import { holdsNik } from '#domain/customer/nik.ts'
import classes from '#renderer/screens/ticket/ticket.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useCommitKey } from '#renderer/work/useCommitKey.ts'
import { useDraft } from '#renderer/work/useDraft.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

const readText = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Words for the thread. What is typed stays as this ticket's draft until it is said. */
export function NoteComposer({ ticketId }: { readonly ticketId: string }) {
  const { work } = useWords()
  const draft = useDraft(`ticket:${ticketId}`, readText)
  const [typed, setTyped] = useState<string>()
  const { run, running, problem } = useRun('noteOnTicket')
  const text = typed ?? draft.left ?? ''
  const field = useRef<HTMLTextAreaElement>(null)
  useKeys({ ticketNote: () => field.current?.focus() })
  const sayable = text.trim() !== '' && !holdsNik(text) && !running

  function type(next: string): void {
    setTyped(next)
    draft.keep(next)
  }
  async function say(): Promise<void> {
    if (!sayable) return
    const done = await run({ ticketId, text: text.trim() })
    if (done === undefined) return
    setTyped('')
    draft.drop()
  }
  return (
    <div className={classes['composer']} onKeyDown={useCommitKey(say)}>
      <ProblemNote problem={problem} />
      <NoteField
        ref={field}
        aria-label={work.ticket.note}
        placeholder={work.ticket.notePlaceholder}
        disabled={!draft.ready}
        value={text}
        onChange={type}
      />
      <div className={classes['send']}>
        <span className={classes['quiet']}>{text === '' ? '' : work.ticket.noteKept}</span>
        <Button
          disabled={!sayable}
          loading={running}
          rightSection={<KeyHint keys="mod+Enter" />}
          onClick={say}
        >
          {work.ticket.noteDo}
        </Button>
      </div>
    </div>
  )
}
