import { useEffect, useRef } from 'react'
import { contactAmberSeconds, contactTargetSeconds } from '#domain/contact/contact.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { readKept, type Kept } from '#renderer/screens/contact/kept.ts'
import { elapsedMs, takeUp, useContact } from '#renderer/stores/contact.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { useDraft } from '#renderer/work/useDraft.ts'
import { useWords } from '#renderer/words/words.ts'

/** How often the time that has passed is kept, so that a kill costs a few seconds of it at most. */
const keepEvery = 5_000

/** Keeps the running contact for its author, through navigation, lock, restart and kill. */
export function useKeeper(): void {
  const person = useLive('desk')?.person
  const { ready, left, keep, drop } = useDraft<Kept>('contact', readKept)
  const restored = useRef<string>(undefined)
  useEffect(() => {
    if (person === undefined || !ready || restored.current === person.id) return
    restored.current = person.id
    if (left !== undefined && person.role !== 'admin') takeUp(left.contact, left.passed)
  }, [person, ready, left])

  useEffect(() => {
    const save = () => {
      const { contact, ...state } = useContact.getState()
      if (contact !== undefined) keep({ contact, passed: elapsedMs(state, performance.now()) })
    }
    const timer = setInterval(save, keepEvery)
    const stop = useContact.subscribe((now, before) => {
      if (now.author?.id !== before.author?.id) return
      if (now.contact !== undefined) {
        if (now.contact !== before.contact) save()
      } else if (before.contact !== undefined) drop()
    })
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [keep, drop])
  useThresholds()
}

/** Says once each that the contact grows long; never each second. */
function useThresholds(): void {
  const { work } = useWords()
  const startedAt = useContact(({ contact }) => contact?.startedAt)
  useEffect(() => {
    if (startedAt === undefined) return
    const now = elapsedMs(useContact.getState(), performance.now())
    const timers = [
      [contactAmberSeconds, work.contact.amber],
      [contactTargetSeconds, work.contact.red],
    ].flatMap(([seconds, sentence]) => {
      const wait = Number(seconds) * 1000 - now
      return wait > 0 ? [setTimeout(() => announce(String(sentence)), wait)] : []
    })
    return () => {
      for (const timer of timers) clearTimeout(timer)
    }
  }, [startedAt, work])
}
