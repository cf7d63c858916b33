import {
  IconCloud,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconHelpCircle,
  type Icon,
} from '@tabler/icons-react'
import type { SyncView } from '#renderer/data/contract.ts'
import type { Words } from '#renderer/words/words.ts'

type Pill = Words['frame']['pill']

export interface Line {
  readonly state: 'unknown' | 'offline' | 'syncing' | 'waiting' | 'up' | 'settled'
  readonly icon: Icon
  readonly text: string
}

/** How the line is doing, in a word. Without an answer it is unknown; nothing is guessed. */
export function lineOf(sync: SyncView | undefined, pill: Pill, count: (n: number) => string): Line {
  if (sync === undefined || sync.link === 'unknown')
    return { state: 'unknown', icon: IconHelpCircle, text: pill.unknown }
  const { waiting } = sync
  if (sync.link === 'down')
    return {
      state: 'offline',
      icon: IconCloudOff,
      text: waiting === 0 ? pill.offline : pill.offlineWaiting(count(waiting)),
    }
  if (sync.activity === 'sending')
    return { state: 'syncing', icon: IconCloudUp, text: pill.syncing(count(waiting)) }
  if (sync.activity !== 'idle') return { state: 'syncing', icon: IconCloudUp, text: pill.pulling }
  if (waiting > 0) return { state: 'waiting', icon: IconCloudUp, text: pill.waiting(count(waiting)) }
  return sync.ready
    ? { state: 'settled', icon: IconCloudCheck, text: pill.up }
    : { state: 'up', icon: IconCloud, text: pill.up }
}
