import { useEffect, useRef } from 'react'
import { useCommand, useLive } from '#renderer/data/useLive.ts'
import { numberWords } from '#renderer/screens/calls/number-words.ts'
import { isSimulated, letGo, useCalls, type Call } from '#renderer/stores/calls.ts'
import { isPractice } from '#renderer/stores/practice.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useWords } from '#renderer/words/words.ts'

/** Writes down each call that nobody got to; one that could not be written down stays and is tried with the next. */
export function useMissedCalls(): void {
  const { calls: words } = useWords()
  const record = useCommand('recordMissedCall')
  const known = useLive('desk') !== undefined
  const may = usePermits()('recordContact')
  const calls = useCalls((state) => state.calls)
  const writing = useRef(new Set<string>())
  useEffect(() => {
    if (!known || !may) return
    const write = async (call: Call) => {
      const ms = performance.now()
      const instantOf = (at: number) => Math.round(Date.now() - (ms - at))
      const startedAt = instantOf(call.rangAt)
      const endedAt = instantOf(call.endedAt ?? ms)
      const done = await record({ number: call.number, startedAt, endedAt })
      writing.current.delete(call.callId)
      if (!done.ok) return
      letGo(call.callId)
      announce(words.missedNow(numberWords(call.number, words.hidden)))
    }
    for (const call of calls.filter(({ state }) => state === 'missed')) {
      if (writing.current.has(call.callId)) continue
      writing.current.add(call.callId)
      if (isSimulated(call) && !isPractice()) letGo(call.callId)
      else void write(call)
    }
  }, [calls, known, may, record, words])
}
