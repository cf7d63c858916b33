import { maskedName } from '#domain/customer/masked.ts'
import type { Verification } from '#domain/contact/contact.ts'
import { useContact } from '#renderer/stores/contact.ts'

const enough: readonly Verification[] = ['knowledge', 'id_sighted', 'dukcapil']

/** The verification of the running contact, when it is this customer's. */
export function useVerification(customerId: string): Verification | undefined {
  return useContact(({ contact }) => (contact?.customerId === customerId ? contact.verification : undefined))
}

/** Whether personal data may stand unmasked: the running contact is verified, or the agent chose to see it during this visit. */
export function useShown(customerId: string): boolean {
  const verification = useVerification(customerId)
  const chosen = useContact(({ shown }) => shown.includes(customerId))
  return chosen || (verification !== undefined && enough.includes(verification))
}

/** A caller is nobody in particular until verified, so the name is masked too; whoever stands at the counter is seen. */
export function useNameHidden(customerId: string): boolean {
  const calls = useContact(
    ({ contact }) => contact?.customerId === customerId && contact.callId !== undefined,
  )
  const shown = useShown(customerId)
  return calls && !shown
}

export function useNameOf({ id, name }: { readonly id: string; readonly name: string }): string {
  return useNameHidden(id) ? maskedName(name) : name
}
