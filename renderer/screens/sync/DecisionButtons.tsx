import { useState } from 'react'
import { Button } from '@mantine/core'
import type { Decision, Item } from '#domain/item/item.ts'
import type { ProblemCode } from '#domain/problems.ts'
import { useCommand } from '#renderer/data/useLive.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'

/** The ways out of each kind; the first is the one that keeps what headquarters has. */
const waysOut: Readonly<Record<Item['kind'], readonly Decision[]>> = {
  conflict: ['keep_present', 'take_mine'],
  transition: ['noted'],
  refused: ['noted'],
  match: ['keep_present'],
}

export function DecisionButtons({ item }: { readonly item: Item }) {
  const { frame, problems } = useWords()
  const words = frame.sync
  const decideItem = useCommand('decideItem')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemCode>()
  async function decide(decision: Decision): Promise<void> {
    setBusy(true)
    const done = await decideItem({ itemId: item.id, decision })
    setBusy(false)
    setProblem(done.ok ? undefined : done.problem)
    if (done.ok) announce(words.decided)
  }
  const labels: Readonly<Record<Decision, string>> = {
    keep_present: item.kind === 'match' ? words.notSame : words.keepPresent,
    take_mine: words.takeMine,
    noted: words.noted,
  }
  return (
    <>
      {problem === undefined ? null : <ErrorNote>{problems[problem]}</ErrorNote>}
      <div className={classes['actions']}>
        {waysOut[item.kind].map((decision) => (
          <Button key={decision} variant="default" disabled={busy} onClick={() => void decide(decision)}>
            {labels[decision]}
          </Button>
        ))}
      </div>
    </>
  )
}
