import type { AmendableField } from '#domain/customer/customer.ts'
import type { Item } from '#domain/item/item.ts'
import type { StepDraft } from '#domain/item/steps-to-send.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

type Values = Partial<Record<AmendableField, string>>

/** Sends what a form holds: a conflict's values as a decision, everything else as work with its decision. */
export function useSend(item: Item, onDone: () => void) {
  const { items } = useWords()
  const deciding = useRun('decideItem')
  const sending = useRun('sendForItem')
  const customer = useLive('customer', item.customerId ?? '')?.customer
  return {
    running: deciding.running || sending.running,
    problem: deciding.problem ?? sending.problem,
    send: async (drafts: readonly StepDraft[], said: string): Promise<void> => {
      const itemId = item.id
      const note = said === '' ? {} : { note: said }
      const [draft] = drafts
      const values = (draft?.payload['values'] ?? {}) as Values
      const seen = Object.fromEntries(
        Object.keys(values).map((field) => [field, customer?.[field as AmendableField] ?? '']),
      )
      const done =
        item.kind === 'conflict'
          ? await deciding.run({ itemId, decision: 'edited', values, seen, ...note })
          : await sending.run({ itemId, steps: drafts, ...note })
      if (done === undefined) return
      announce(items.decided)
      onDone()
    },
  }
}
