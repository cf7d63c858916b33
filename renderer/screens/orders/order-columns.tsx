import { useMemo } from 'react'
import type { OrderToAnswer } from '#domain/order/order-to-answer.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import type { Column } from '#renderer/ui/RecordList.tsx'
import { useClock } from '#renderer/ui/useClock.ts'
import { wishName } from '#renderer/work/order/order-words.ts'
import { useWorkWords } from '#renderer/work/useWorkWords.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** The longest wait first; who it is, what it is about, how far it is. */
export function useOrderColumns(): readonly Column<OrderToAnswer>[] {
  const words = useWords()
  const format = useFormat()
  const work = useWorkWords()
  const now = useClock(60_000)
  const language = useSettings((settings) => settings.language)
  const { column } = words.orders.answer
  return useMemo(
    () => [
      { key: 'code', title: column.code, width: '150px', render: ({ order }) => order.code },
      {
        key: 'waits',
        title: column.waits,
        width: '100px',
        render: ({ order }) => format.span(now - order.capturedAt),
      },
      {
        key: 'what',
        title: column.what,
        width: 'minmax(130px, 1.4fr)',
        render: ({ order }) => wishName(order, language, words),
      },
      {
        key: 'customer',
        title: column.customer,
        width: 'minmax(116px, 1fr)',
        render: ({ customerName }) => customerName,
      },
      {
        key: 'centre',
        title: column.centre,
        width: 'minmax(124px, 1fr)',
        render: ({ order }) => work.centre(order.centreId),
      },
      {
        key: 'status',
        title: column.status,
        width: 'minmax(164px, 1fr)',
        render: ({ order }) => words.orders.status[order.status],
      },
    ],
    [column, format, now, language, words, work],
  )
}
