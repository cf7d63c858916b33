import { filled, type Macro, type Placeholder } from '#domain/reference/macro.ts'
import { useLive } from '#renderer/data/useLive.ts'

/** What a macro says, in the customer's language and with the names filled in. */
export function useMacroWords(
  customerId: string | undefined,
  known: Readonly<Partial<Record<Placeholder, string>>>,
): (words: NonNullable<Macro['text']>) => string {
  const customer = useLive('customer', customerId ?? '')?.customer
  const desk = useLive('desk')
  const values = {
    ...known,
    ...(customer === undefined ? {} : { customer: customer.name }),
    ...(desk?.person === undefined ? {} : { agent: desk.person.name }),
    ...(desk?.centre === undefined ? {} : { centre: desk.centre.name }),
  }
  return (words) => filled(words[customer?.language ?? 'id'], values)
}
