import { Scope } from '#renderer/app/Scope.tsx'
import { useLive } from '#renderer/data/useLive.ts'
import { WaitingCalls } from '#renderer/screens/calls/WaitingCalls.tsx'
import { keymap, type KeyId } from '#renderer/stores/keymap.ts'
import { isPractice } from '#renderer/stores/practice.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/app/Footer.module.css'

const hinted = ['help', 'startContact', 'search', 'palette'] as const satisfies readonly KeyId[]

export function Footer() {
  const { frame, keys } = useWords()
  return (
    <footer className={classes['footer']} aria-label={frame.footer.label}>
      <WaitingCalls />
      <Scope />
      <Release />
      {isPractice() ? null : <Unsent />}
      <span className={classes['hints']}>
        {hinted.map((id) => (
          <span key={id}>
            <KeyHint keys={keymap[id].keys[0]} />
            {keys.short[id]}
          </span>
        ))}
      </span>
    </footer>
  )
}

function Release() {
  const { footer } = useWords().frame
  const format = useFormat()
  const catalogue = useLive('catalogue')
  if (catalogue === undefined) return null
  const { release, next } = catalogue
  if (release === undefined) return <span>{footer.noRelease}</span>
  const change =
    next === undefined ? [] : [footer.releaseNext(next.release.version ?? '', format.dateTime(next.at))]
  return <span>{[footer.release(release.version ?? release.releaseId), ...change].join(', ')}</span>
}

function Unsent() {
  const { footer } = useWords().frame
  const format = useFormat()
  const now = useClock(5000)
  const sync = useLive('sync')
  if (sync === undefined) return null
  const { waiting, oldestWaitingAt } = sync
  if (waiting === 0) return sync.lastAcknowledgedAt === undefined ? null : <span>{footer.allSent}</span>
  return <span>{footer.unsent(format.count(waiting), format.span(now - (oldestWaitingAt ?? now)))}</span>
}
