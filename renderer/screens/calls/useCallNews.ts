import { useEffect, useRef } from 'react'
import { numberWords } from '#renderer/screens/calls/number-words.ts'
import { useCalls, waitingAmong } from '#renderer/stores/calls.ts'
import { useContact } from '#renderer/stores/contact.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { useWords } from '#renderer/words/words.ts'

/** Tells people who listen to the screen, once each, that somebody calls, waits, or has hung up. */
export function useCallNews(): void {
  const words = useWords().calls
  const calls = useCalls((state) => state.calls)
  const busy = useContact(({ contact }) => contact !== undefined)
  const told = useRef(new Set<string>())
  useEffect(() => {
    for (const { callId, number } of waitingAmong(calls)) {
      if (told.current.has(callId)) continue
      told.current.add(callId)
      announce((busy ? words.heardWaiting : words.heard)(numberWords(number, words.hidden)))
    }
  }, [calls, busy, words])

  const hungUp = useContact(({ contact }) => contact?.callId !== undefined && contact.talkedMs !== undefined)
  const hungUpWords = useRef(words.hungUp)
  useEffect(() => {
    hungUpWords.current = words.hungUp
  })
  useEffect(() => {
    if (hungUp) announce(hungUpWords.current)
  }, [hungUp])
}
