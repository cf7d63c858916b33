import type { RefusalCode } from '#domain/item/refusals.ts'
import type { Refusal } from '#renderer/words/id/refusals.ts'

export const refusals = {
  unknown_step: {
    why: 'Headquarters does not know this kind of work yet.',
    todo: 'Put it off until headquarters has been updated, then send it again. It is kept whole.',
  },
  bad_operation: {
    why: 'A field goes beyond its limit, so headquarters could not take it.',
    todo: 'Fix the marked fields, then send.',
  },
  not_permitted: {
    why: 'Whoever did this does not have the role for it.',
    todo: 'A supervisor can check it and send it in their own name.',
  },
  actor_foreign: {
    why: 'Whoever did this is no longer registered at this centre.',
    todo: 'A colleague with the right role can check it and send it in their own name.',
  },
  device_foreign: {
    why: 'This work was done on another PC than the one that sent it.',
    todo: 'Check it. If it is right, send it again from this PC.',
  },
  code_foreign: {
    why: 'Its code was made on another PC.',
    todo: 'Send it again; this PC gives it a new code. Tell the customer if the old one was handed out.',
  },
  id_taken: {
    why: 'Headquarters has another record with the same identifier.',
    todo: 'Open that record. If the work is indeed another, send it again; this PC gives it a new identifier.',
  },
  unknown_record: {
    why: 'The customer or ticket it is about is not in this centre.',
    todo: 'If its registration waits for a decision too, send that first. Otherwise choose the right record, then send.',
  },
  resolution_missing: {
    why: 'A ticket was to be resolved without a resolution code.',
    todo: 'Choose the resolution code, then send.',
  },
  identity_unverified: {
    why: 'A verified customer needs a sighted ID card, but the NIK is missing.',
    todo: 'Make the registration provisional, then send. It can be verified later.',
  },
  already_linked: {
    why: 'One of these customer records is merged with another one already.',
    todo: 'Open the customer and see whom it is merged with. The outermost merge is undone first.',
  },
  link_to_itself: {
    why: 'The two customer records to be merged are the same one.',
    todo: 'There is nothing left to do.',
  },
  item_decided: {
    why: 'Somebody else decided this first, in another way.',
    todo: 'See the decision under Decided. If this is still needed, change the record itself.',
  },
  release_exists: {
    why: 'A catalogue release with this version has been published already.',
    todo: 'Publish it again from Catalogue releases with another version number.',
  },
  release_invalid: {
    why: 'The catalogue release breaks a rule.',
    todo: 'Fix what was found in Catalogue releases, then publish again.',
  },
  edition_exists: {
    why: 'This edition of the article has been published with another text.',
    todo: 'See the edition that holds, then publish the change as the next one.',
  },
  internal: {
    why: 'Headquarters failed to process this work again and again, and somebody handed it to the supervisors.',
    todo: 'Once headquarters has been fixed, send it again. Nothing of it takes effect twice.',
  },
  too_many: {
    why: 'This ticket holds as many tasks or links as it can.',
    todo: 'Open the ticket. If it is still needed, create a new ticket and link the two.',
  },
  already_reversed: {
    why: 'Another counter has given back this payment, or a part of it; not enough is left.',
    todo: 'Ask whether the money was handed over twice. If so, note the difference with the count of the drawer; then mark this as noted.',
  },
} satisfies Record<RefusalCode, Refusal>

export const otherRefusal: Refusal = {
  why: 'Headquarters could not take this work as it is.',
  todo: 'Check it. Hand it to a supervisor if in doubt.',
}
