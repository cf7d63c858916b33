import { useState } from 'react'
import { Button, TextInput } from '@mantine/core'
import type { CallEvent } from '#electron/shared/bridge.ts'
import { toE164 } from '#domain/customer/msisdn.ts'
import classes from '#renderer/screens/settings/SettingsScreen.module.css'
import { newSimulatedId, simulate } from '#renderer/stores/calls.ts'
import { isPractice } from '#renderer/stores/practice.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useWords } from '#renderer/words/words.ts'

const blank = { number: '', queue: '' }

/** Rings the desk by hand, the way the telephone rings it. */
export function Simulator() {
  const { calls, practice } = useWords()
  const words = calls.simulator
  const draft = useDraftTexts('simulator', blank)
  const { number, queue } = draft.values
  const [last, setLast] = useState<CallEvent>()
  const [wrong, setWrong] = useState(false)

  function ring(): void {
    const bad = number.trim() !== '' && toE164(number) === undefined
    setWrong(bad)
    if (bad) return document.getElementById('simulator-number')?.focus()
    const call: CallEvent = {
      event: 'ringing',
      callId: newSimulatedId(),
      number: number.trim(),
      ...(queue.trim() === '' ? {} : { queue: queue.trim() }),
    }
    setLast(call)
    simulate(call)
  }
  function say(event: CallEvent['event']): void {
    if (last === undefined) return
    simulate({ ...last, event })
    if (event === 'ended') setLast(undefined)
  }
  return (
    <form
      aria-labelledby="simulator"
      onSubmit={(event) => {
        event.preventDefault()
        ring()
      }}
    >
      <SectionTitle id="simulator">{words.title}</SectionTitle>
      <p className={classes['hint']}>{isPractice() ? practice.numbers : words.hint}</p>
      <div className={classes['row']}>
        <TextInput
          id="simulator-number"
          label={words.number}
          inputMode="tel"
          maxLength={32}
          value={number}
          error={wrong ? words.wrongNumber : undefined}
          onChange={(event) => draft.change({ number: event.currentTarget.value })}
        />
        <TextInput
          label={words.queue}
          placeholder={words.queueExample}
          maxLength={60}
          value={queue}
          onChange={(event) => draft.change({ queue: event.currentTarget.value })}
        />
      </div>
      <div className={classes['row']}>
        <Button type="submit">{words.ring}</Button>
        <Button variant="default" disabled={last === undefined} onClick={() => say('answered')}>
          {words.answered}
        </Button>
        <Button variant="default" disabled={last === undefined} onClick={() => say('ended')}>
          {words.ended}
        </Button>
      </div>
    </form>
  )
}
