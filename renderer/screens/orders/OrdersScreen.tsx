import { useEffect, useRef, useState } from 'react'
import { Button } from '@mantine/core'
import { IconChecks, IconCloudOff } from '@tabler/icons-react'
import type { OrderToAnswer } from '#domain/order/order-to-answer.ts'
import { mostToAnswer } from '#domain/order/order-to-answer.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { Answering } from '#renderer/screens/orders/Answering.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import screen from '#renderer/work/screen.module.css'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface Asked {
  readonly at: number
  readonly rows: readonly OrderToAnswer[]
}

/** What customers of all centres wait for. Only headquarters knows them all, so this asks it; admins answer. */
export function OrdersScreen() {
  const { orders, common } = useWords()
  const words = orders.answer
  const format = useFormat()
  const now = useClock(30_000)
  const link = useLive('sync')?.link
  const { run, running, problem } = useRun('askOrders')
  const [asked, setAsked] = useState<Asked>()
  const begun = useRef(false)
  async function ask(): Promise<void> {
    const done = await run({})
    if (done !== undefined) setAsked({ at: Date.now(), rows: done.value })
  }
  useEffect(() => {
    if (link !== 'up' || begun.current) return
    begun.current = true
    void ask()
    // oxlint-disable-next-line react/exhaustive-deps -- once when the line is there
  }, [link])
  const count = asked?.rows.length ?? 0
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{words.title}</h1>
        <span className={screen['quiet']} role="status">
          {asked === undefined
            ? ''
            : `${(count < mostToAnswer ? words.count : words.first)(format.count(count))}, ${words.asOf(format.when(asked.at, now))}`}
        </span>
        <Button
          className={screen['spring']}
          variant="default"
          loading={running}
          disabled={link === 'down'}
          onClick={() => void ask()}
        >
          {words.ask}
        </Button>
      </div>
      {link === 'down' ? (
        <ErrorNote tone="calm" icon={IconCloudOff}>
          {words.offline}
        </ErrorNote>
      ) : (
        <ProblemNote problem={problem} />
      )}
      {asked === undefined && link !== 'down' ? <LoadingRows rows={8} label={common.loading} /> : null}
      {asked !== undefined && count === 0 ? (
        <EmptyState icon={IconChecks} title={words.empty} text={words.emptyHint} />
      ) : null}
      {asked !== undefined && count > 0 ? (
        <Answering rows={asked.rows} onAnswered={() => void ask()} />
      ) : null}
    </div>
  )
}
