import { useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import { nextOrderStatuses } from '#domain/order/order-life.ts'
import type { Order } from '#domain/order/order.ts'
import type { OrderToAnswer } from '#domain/order/order-to-answer.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { AnswerDialog, answers, type Answer } from '#renderer/screens/orders/AnswerDialog.tsx'
import { Asked } from '#renderer/screens/orders/Asked.tsx'
import { useOrderColumns } from '#renderer/screens/orders/order-columns.tsx'
import classes from '#renderer/screens/orders/orders.module.css'
import { keymap, type KeyId } from '#renderer/stores/keymap.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { RecordList } from '#renderer/ui/RecordList.tsx'
import { useWords } from '#renderer/words/words.ts'

interface AnsweringProps {
  readonly rows: readonly OrderToAnswer[]
  readonly onAnswered: () => void
}

const keyOf: Readonly<Record<Answer, KeyId>> = {
  accepted: 'acceptOrder',
  submitted: 'passOnOrder',
  fulfilled: 'fulfilOrder',
  rejected: 'rejectOrder',
}

function shownKey(answer: Answer): string {
  return (keymap[keyOf[answer]].keys.at(-1) ?? '').toUpperCase()
}

/** The list, and beside it what the chosen order is about and which answers its life still allows. */
export function Answering({ rows, onAnswered }: AnsweringProps) {
  const { orders } = useWords()
  const [chosenId, setChosenId] = useState<string>()
  const [answering, setAnswering] = useState<Answer>()
  const up = useLive('sync')?.link === 'up'
  const chosen = rows.find(({ order }) => order.id === chosenId) ?? rows[0]
  const possible = chosen === undefined || !up ? [] : answersTo(chosen.order)
  const columns = useOrderColumns()
  const begin = (answer: Answer) => (possible.includes(answer) ? () => setAnswering(answer) : undefined)
  useKeys({
    acceptOrder: begin('accepted'),
    passOnOrder: begin('submitted'),
    fulfilOrder: begin('fulfilled'),
    rejectOrder: begin('rejected'),
  })
  const choose = useMemo(
    () =>
      ({ order }: OrderToAnswer) =>
        setChosenId(order.id),
    [],
  )
  if (chosen === undefined) return null
  return (
    <div className={classes['body']}>
      <RecordList
        autoFocus
        label={orders.answer.title}
        rows={rows}
        columns={columns}
        rowKey={({ order }) => order.id}
        onActive={choose}
        onOpen={choose}
      />
      <section className={classes['side']} aria-label={chosen.order.code} tabIndex={0}>
        <Asked asked={chosen} />
        <div className={classes['answers']}>
          {answers.map((answer) =>
            possible.includes(answer) ? (
              <Button
                key={answer}
                variant={answer === possible[0] ? 'filled' : 'default'}
                rightSection={<KeyHint keys={shownKey(answer)} />}
                onClick={() => setAnswering(answer)}
              >
                {orders.answer.does[answer]}
              </Button>
            ) : null,
          )}
        </div>
      </section>
      {answering === undefined ? null : (
        <AnswerDialog
          order={chosen.order}
          answer={answering}
          onClose={() => setAnswering(undefined)}
          onAnswered={() => {
            setAnswering(undefined)
            onAnswered()
          }}
        />
      )}
    </div>
  )
}

/** What the order's life allows next. */
function answersTo({ status }: Order): readonly Answer[] {
  return answers.filter((answer) => nextOrderStatuses[status].includes(answer))
}
