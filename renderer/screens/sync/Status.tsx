import type { ReactNode } from 'react'
import { IconCloudCheck, IconCloudOff, IconHelpCircle, type Icon } from '@tabler/icons-react'
import type { SyncView } from '#renderer/data/contract.ts'
import { useClock } from '#renderer/ui/useClock.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'

const linkIcons: Readonly<Record<SyncView['link'], Icon>> = {
  up: IconCloudCheck,
  down: IconCloudOff,
  unknown: IconHelpCircle,
}

/** The facts, each as headquarters last acknowledged it. */
export function Status({ sync }: { readonly sync: SyncView }) {
  const words = useWords().frame.sync
  const format = useFormat()
  const now = useClock()
  const LinkIcon = linkIcons[sync.link]
  const link = { up: words.linkUp, down: words.linkDown, unknown: words.linkUnknown }[sync.link]
  const acknowledged = sync.lastAcknowledgedAt
  const age = format.span(now - (sync.oldestWaitingAt ?? now))
  return (
    <dl className={classes['facts']}>
      <Fact name={words.link}>
        <LinkIcon size={16} aria-hidden className={classes['quiet']} />
        {link}
      </Fact>
      <Fact name={words.doing}>{words.activity[sync.activity]}</Fact>
      <Fact name={words.acknowledged}>
        {acknowledged === undefined
          ? words.never
          : `${format.dateTime(acknowledged)} (${format.ago(acknowledged, now)})`}
      </Fact>
      <Fact name={words.unsent}>
        {sync.waiting === 0 ? words.unsentNone : words.unsentSome(format.count(sync.waiting), age)}
      </Fact>
      <Fact name={words.agreed}>{sync.ready ? words.agreedYes : words.agreedNo}</Fact>
      <Fact name={words.journal}>{sync.journal ? words.journalYes : words.journalNo}</Fact>
      {sync.disk === 'enough' ? <Fact name={words.disk}>{words.diskEnough}</Fact> : null}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
