import { Button } from '@mantine/core'
import type { CommandName, Commands } from '#renderer/data/contract.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import classes from '#renderer/work/maintain/maintain.module.css'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface AskOnceProps<N extends CommandName> {
  readonly command: N
  readonly request: Parameters<Commands[N]>[0]
  readonly title: string
  /** What follows for everybody. */
  readonly says: string
  /** What else has to be known. */
  readonly fact?: string
  readonly does: string
  /** Said when it is done. */
  readonly done: string
  readonly onDone: () => void
  readonly onClose: () => void
}

/** All counters have it from then on, so this asks once more. */
export function AskOnce<N extends CommandName>(props: AskOnceProps<N>) {
  const { command, request, title, says, fact, does, done, onDone, onClose } = props
  const { common } = useWords()
  const { run, running, problem } = useRun(command)
  async function go(): Promise<void> {
    if (running || (await run(request)) === undefined) return
    announce(done)
    onDone()
  }
  useKeys({ commit: () => void go() }, { modal: true })
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={classes['asking']}>
        <p>{says}</p>
        {fact === undefined ? null : <p data-quiet>{fact}</p>}
        <ProblemNote problem={problem} />
        <div className={classes['tools']}>
          <Button
            data-autofocus
            loading={running}
            rightSection={<KeyHint keys="mod+Enter" />}
            onClick={() => void go()}
          >
            {does}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
