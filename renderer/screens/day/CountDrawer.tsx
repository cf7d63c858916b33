import { useState } from 'react'
import { Button } from '@mantine/core'
import { cashIn } from '#domain/day/cash-figures.ts'
import { holdsNik } from '#domain/customer/nik.ts'
import { differenceOf } from '#domain/payment/drawer-count.ts'
import type { CashView } from '#renderer/data/contract-payments.ts'
import classes from '#renderer/screens/day/day.module.css'
import { differenceWords } from '#renderer/screens/day/difference-words.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { formId } from '#renderer/work/form-id.ts'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { RupiahField } from '#renderer/work/RupiahField.tsx'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface Filled extends Readonly<Record<string, string>> {
  /** Made with the form, so that one form is one count. */
  readonly countId: string
  /** Digits, as `counted`. */
  readonly float: string
  readonly counted: string
  readonly note: string
}

interface CountDrawerProps {
  readonly cash: CashView
  readonly onClose: () => void
}

/** The money in this counter's drawer against what its receipts come to; what does not fit is written down. */
export function CountDrawer({ cash, onClose }: CountDrawerProps) {
  const { payments } = useWords()
  const [countId] = useState(formId)
  const draft = useDraftTexts<Filled>(`drawer:${cash.day}`, {
    countId,
    float: floatOf(cash),
    counted: '',
    note: '',
  })
  return (
    <Dialog title={payments.cash.countTitle} ready={draft.ready} onClose={onClose}>
      <Form
        expected={cashIn(cash.here)}
        filled={draft.values}
        onChange={draft.change}
        onDone={() => {
          draft.drop()
          onClose()
        }}
      />
    </Dialog>
  )
}

/** What was in the drawer this morning does not change with a second count. */
function floatOf({ counts: [last] }: CashView): string {
  return last === undefined ? '' : String(last.count.float)
}

interface FormProps {
  readonly expected: number
  readonly filled: Filled
  readonly onChange: (changes: Partial<Filled>) => void
  readonly onDone: () => void
}

function Form({ expected, filled, onChange, onDone }: FormProps) {
  const { payments } = useWords()
  const words = payments.cash
  const [asked, setAsked] = useState(false)
  const { run, running, problem } = useRun('countDrawer')
  const { countId, float, counted, note } = filled
  const isWhole = float !== '' && counted !== ''
  const sums = { float: Number(float), counted: Number(counted), expected }
  const needsNote = isWhole && differenceOf(sums) !== 0
  const missingSum = (digits: string) => (asked && digits === '' ? words.missingAmount : undefined)
  async function commit(): Promise<void> {
    setAsked(true)
    const first = float === '' ? 'float' : counted === '' ? 'counted' : undefined
    if (first !== undefined) return document.getElementById(`drawer-${first}`)?.focus()
    if (needsNote && note.trim() === '') return document.getElementById('drawer-note')?.focus()
    if (holdsNik(note) || running) return
    const said = note.trim() === '' ? {} : { note: note.trim() }
    if ((await run({ countId, ...sums, ...said })) === undefined) return
    announce(words.saved)
    onDone()
  }
  useKeys({ commit: () => void commit() }, { modal: true })
  return (
    <div className={classes['countForm']}>
      <ProblemNote problem={problem} />
      <RupiahField
        id="drawer-float"
        data-autofocus={float === '' ? true : undefined}
        label={words.float}
        value={float}
        error={missingSum(float)}
        onChange={(digits) => onChange({ float: digits })}
      />
      <RupiahField
        id="drawer-counted"
        data-autofocus={float === '' ? undefined : true}
        label={words.counted}
        value={counted}
        error={missingSum(counted)}
        onChange={(digits) => onChange({ counted: digits })}
      />
      <Against sums={isWhole ? sums : undefined} expected={expected + sums.float} />
      <NoteField
        id="drawer-note"
        label={needsNote ? words.note : words.noteFree}
        missing={asked && needsNote && note.trim() === '' ? words.missingNote : undefined}
        minRows={1}
        maxLength={1000}
        value={note}
        onChange={(text) => onChange({ note: text })}
      />
      <Button loading={running} rightSection={<KeyHint keys="mod+Enter" />} onClick={commit}>
        {words.save}
      </Button>
    </div>
  )
}

interface AgainstProps {
  /** Absent until both amounts are written. */
  readonly sums: Parameters<typeof differenceOf>[0] | undefined
  readonly expected: number
}

function Against({ sums, expected }: AgainstProps) {
  const { payments } = useWords()
  const format = useFormat()
  const difference = sums === undefined ? undefined : differenceOf(sums)
  return (
    <div role="status">
      <dl className={classes['against']}>
        <dt>{payments.cash.expected}</dt>
        <dd>{format.money(expected)}</dd>
        <dt>{payments.cash.difference}</dt>
        <dd data-exact={difference === 0}>
          {difference === undefined ? '–' : differenceWords(difference, payments, format)}
        </dd>
      </dl>
    </div>
  )
}
