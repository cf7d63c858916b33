import type { AmendableField } from '#domain/customer/customer.ts'
import type { Item } from '#domain/item/item.ts'
import type { Way } from '#domain/item/ways.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

type AtOnce = Exclude<Way, 'edit' | 'hand_over' | 'later'>

/** The ways that need nothing more than a key. */
export function useDecide(item: Item, candidateId: string | undefined, onDone: () => void) {
  const { items } = useWords()
  const deciding = useRun('decideItem')
  const linking = useRun('linkCustomer')
  const customer = useLive('customer', item.customerId ?? '')?.customer
  async function done(way: AtOnce): Promise<boolean> {
    const itemId = item.id
    if (way === 'link') {
      const { customerId } = item
      if (customerId === undefined || candidateId === undefined) return false
      return (await linking.run({ absorbedId: customerId, survivorId: candidateId, itemId })) !== undefined
    }
    const decision = way === 'not_same' ? 'keep_present' : way
    const seen =
      customer === undefined
        ? {}
        : {
            seen: Object.fromEntries(
              (item.fields ?? []).map(({ field }) => [field, customer[field as AmendableField] ?? '']),
            ),
          }
    return (await deciding.run({ itemId, decision, ...seen })) !== undefined
  }
  return {
    running: deciding.running || linking.running,
    problem: deciding.problem ?? linking.problem,
    decide: async (way: AtOnce): Promise<void> => {
      if (!(await done(way))) return
      announce(items.decided)
      onDone()
    },
  }
}
