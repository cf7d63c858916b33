import type { CallEvent } from '#electron/shared/bridge.ts'
import { callEvent } from './call-event.ts'

const longest = 500

/**
 * `loket://call?number=08171234567&id=42&queue=Tagihan`: a softphone rings by opening a link. Any page can offer such a
 * link, so it can only say that somebody rings: it never answers or ends a call.
 */
export function callOfLink(link: string, newId: () => string): CallEvent | undefined {
  if (link.length > longest || !URL.canParse(link)) return undefined
  const { protocol, hostname, searchParams } = new URL(link)
  if (protocol !== 'loket:' || hostname !== 'call') return undefined
  const queue = searchParams.get('queue')
  const { data } = callEvent.safeParse({
    event: 'ringing',
    callId: searchParams.get('id') ?? newId(),
    // In a query a plus is a blank.
    number: searchParams.get('number')?.replace(/^ (?=\d)/, '+'),
    ...(queue === null ? {} : { queue }),
  })
  return data
}

/** The link among the words with which the application was started, here or a second time. */
export function linkAmong(words: readonly string[]): string | undefined {
  return words.find((word) => word.startsWith('loket:'))
}
