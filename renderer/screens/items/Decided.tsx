import { Button } from '@mantine/core'
import type { Item } from '#domain/item/item.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { fieldName, valueWords } from '#renderer/work/field-words.ts'
import { decisionWords } from '#renderer/screens/items/decision-words.ts'
import classes from '#renderer/screens/items/items.module.css'
import { announce } from '#renderer/ui/announce.tsx'
import { FactList } from '#renderer/work/FactList.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWorkWords } from '#renderer/work/useWorkWords.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Who decided what, when and with which words. */
export function Decided({ item }: { readonly item: Item }) {
  const words = useWords()
  const { items } = words
  const format = useFormat()
  const work = useWorkWords()
  const { decidedBy = '', decidedAt = 0, note, values = {}, survivorId, customerId } = item
  const written = Object.entries(values)
    .map(([field, value]) => `${fieldName(field, words)}: ${valueWords(field, value, words) || items.blank}`)
    .join(' · ')
  return (
    <div className={classes['decision']}>
      <h3>{decisionWords(item, words)}</h3>
      <p>{items.decidedBy(work.person(decidedBy), format.dateTime(decidedAt))}</p>
      {note === undefined ? null : <q>{note}</q>}
      {written === '' ? null : (
        <FactList label={items.decidedValues} facts={[[items.decidedValues, written]]} />
      )}
      {survivorId === undefined || customerId === undefined ? null : (
        <UndoLink absorbedId={customerId} survivorId={survivorId} />
      )}
    </div>
  )
}

function UndoLink(link: { readonly absorbedId: string; readonly survivorId: string }) {
  const { items } = useWords()
  const permits = usePermits()
  const absorbed = useLive('customer', link.absorbedId)
  const { run, running, problem } = useRun('unlinkCustomer')
  if (!permits('unlinkCustomer') || absorbed?.mergedInto !== link.survivorId) return null
  async function undo(): Promise<void> {
    if ((await run(link)) !== undefined) announce(items.undone)
  }
  return (
    <>
      <ProblemNote problem={problem} />
      <Button variant="default" loading={running} onClick={() => void undo()}>
        {items.undoLink}
      </Button>
    </>
  )
}
