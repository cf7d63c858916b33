import { useEffect, useRef } from 'react'
import { useLive } from '#renderer/data/useLive.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { useWords } from '#renderer/words/words.ts'

/** Tells people who listen to the screen when the line goes and when it is back. */
export function useLinkNews(): void {
  const { pill } = useWords().frame
  const link = useLive('sync')?.link
  const last = useRef(link)
  useEffect(() => {
    if (link === 'down' && last.current === 'up') announce(pill.wentDown)
    if (link === 'up' && last.current === 'down') announce(pill.cameBack)
    if (link === 'up' || link === 'down') last.current = link
  }, [link, pill])
}
