import { useEffect, useState } from 'react'
import { Button } from '@mantine/core'
import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/contact/contact.module.css'
import { cancelContact, changeContact, type CalledNumber } from '#renderer/stores/contact.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { TransferDialog } from '#renderer/work/TransferDialog.tsx'
import { useCounter } from '#renderer/work/useCounter.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface QueueLineProps {
  readonly queue: CalledNumber | undefined
  readonly customerId: string | undefined
}

/** With which number the visitor came, and what may be done with it while they are here, or are not. */
export function QueueLine({ queue, customerId }: QueueLineProps) {
  const busy = useBusyNote()
  return (
    <>
      {busy}
      {queue === undefined ? null : <Line queue={queue} customerId={customerId} />}
    </>
  )
}

/** F2 in the middle of a contact calls nobody, and says so where the agent looks. */
function useBusyNote() {
  const words = useWords().queue
  const [asked, setAsked] = useState(false)
  useKeys({
    callNext: () => {
      setAsked(true)
      announce(words.busy)
    },
  })
  return asked ? <ErrorNote tone="calm">{words.busy}</ErrorNote> : null
}

function Line({
  queue,
  customerId,
}: {
  readonly queue: CalledNumber
  readonly customerId: string | undefined
}) {
  const words = useWords().queue
  const number = useLive('queue')?.rows.find((row) => row.number.id === queue.queueTicketId)?.number
  const me = useLive('desk')?.person?.id
  const counter = useCounter()
  const [transfers, setTransfers] = useState(false)
  const call = useRun('callNumber')
  const move = useRun('moveNumber')
  const { queueTicketId, display } = queue
  const recall = async () => {
    if ((await call.run({ queueTicketId, counter })) !== undefined)
      announce(words.calledSentence(display, counter))
  }
  const noShow = async () => {
    if ((await move.run({ queueTicketId, to: 'no_show' })) !== undefined) cancelContact()
  }
  useServing(number, me, customerId, () => void move.run({ queueTicketId, to: 'serving', counter }))
  // It was called a moment ago: a key may come before the panel has heard so, and must not be lost.
  const isCalled = number === undefined || number.status === 'waiting' || number.status === 'called'
  useKeys({
    recallNumber: isCalled ? () => void recall() : undefined,
    noShow: isCalled ? () => void noShow() : undefined,
    transferNumber: () => setTransfers(true),
  })
  return (
    <section className={classes['queue']} aria-label={words.mine}>
      <strong className={classes['number']}>{display}</strong>
      <span className={classes['quiet']}>{number === undefined ? '' : words.status[number.status]}</span>
      <Elsewhere number={number} me={me} />
      <div className={classes['queueActions']}>
        {isCalled ? (
          <>
            <Button
              size="compact-xs"
              variant="default"
              rightSection={<KeyHint keys="alt+u" />}
              onClick={recall}
            >
              {words.recall}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              rightSection={<KeyHint keys="alt+d" />}
              onClick={noShow}
            >
              {words.noShow}
            </Button>
          </>
        ) : null}
        <Button
          size="compact-xs"
          variant="default"
          rightSection={<KeyHint keys="alt+l" />}
          onClick={() => setTransfers(true)}
        >
          {words.transfer}
        </Button>
      </div>
      <ProblemNote problem={call.problem ?? move.problem} />
      {transfers && number !== undefined ? (
        <TransferDialog
          number={number}
          onClose={() => setTransfers(false)}
          // The conversation took place; how it ended stands to be confirmed.
          onDone={() => changeContact({ queue: undefined, disposition: 'transferred' })}
        />
      ) : null}
    </section>
  )
}

/** Who has a customer before them has the visitor before them. */
function useServing(
  number: QueueTicket | undefined,
  me: string | undefined,
  customerId: string | undefined,
  serve: () => void,
): void {
  const begins = customerId !== undefined && number?.status === 'called' && number.agentId === me
  useEffect(() => {
    if (begins) serve()
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it begins
  }, [begins])
}

/** Another counter was faster: said before the visitor is served twice. [X1] */
function Elsewhere({
  number,
  me,
}: {
  readonly number: QueueTicket | undefined
  readonly me: string | undefined
}) {
  const words = useWords().queue
  if (number?.agentId === undefined || number.agentId === me) return null
  const { status, counter = '' } = number
  if (status === 'served') return <ErrorNote>{words.servedElsewhere(counter)}</ErrorNote>
  return status === 'called' || status === 'serving' ? (
    <ErrorNote>{words.heldElsewhere(counter)}</ErrorNote>
  ) : null
}
