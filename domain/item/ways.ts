import type { Item } from '#domain/item/item.ts'
import { maySend, stepsToSend } from '#domain/item/steps-to-send.ts'
import type { Role } from '#domain/staff/roles.ts'
import { linkCustomer } from '#domain/customer/link-customer.ts'

/** The ways out of an item. `edit`: other values, or the work changed and sent again; `link`: the same person. */
export type Way =
  | 'keep_present'
  | 'take_mine'
  | 'edit'
  | 'link'
  | 'not_same'
  | 'noted'
  | 'hand_over'
  | 'later'

/** The ways out for a person of this role, in the order of their keys. Everybody has at least `hand_over` and `later`. [I7] */
export function waysOf(item: Pick<Item, 'kind' | 'operation'>, role: Role): readonly Way[] {
  switch (item.kind) {
    case 'conflict':
      return ['keep_present', 'take_mine', 'edit', 'hand_over', 'later']
    case 'transition':
      return ['noted', 'edit', 'hand_over', 'later']
    case 'match':
      return mayLink(role) ? ['link', 'not_same', 'hand_over', 'later'] : ['hand_over', 'not_same', 'later']
    case 'refused':
      return canSend(item, role) ? ['edit', 'hand_over', 'noted', 'later'] : ['hand_over', 'noted', 'later']
  }
}

const mayLink = (role: Role) => linkCustomer.permits(role, { absorbedId: '', survivorId: '' })

function canSend(item: Pick<Item, 'operation'>, role: Role): boolean {
  const drafts = stepsToSend(item)
  return drafts.length > 0 && maySend(role, drafts)
}
