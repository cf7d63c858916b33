import { courierProblems } from '#domain/courier/problems.ts'

/**
 * Every way a request or an operation can be refused: one code, one HTTP status, one sentence for the log.
 * The words that people read are the renderer's (`renderer/words`).
 */
const problems = {
  bad_request: [400, 'The request does not have the expected form'],
  bad_operation: [400, 'The operation does not have the expected form or goes beyond a bound'],
  too_large: [413, 'The request is larger than headquarters takes at once'],
  unknown_step: [400, 'Headquarters does not know this kind of step or this version of it'],
  sign_in_failed: [401, 'Name and password do not belong together'],
  sign_in_slow_down: [429, 'Too many tries; wait before the next one'],
  pin_wrong: [0, 'The PIN is another one'],
  pin_gone: [0, 'There is no PIN any more; the password opens'],
  pin_easy: [0, 'The PIN is not six digits, or is one that is tried first'],
  session_expired: [401, 'The access token is missing, unknown or too old'],
  enrolment_code_invalid: [403, 'The device code is unknown, used or expired'],
  device_unknown: [401, 'Headquarters does not know this device or its secret'],
  device_revoked: [403, 'The device was revoked'],
  not_permitted: [403, 'The role may not do this'],
  actor_foreign: [403, 'The acting person does not belong to the device’s centre or never signed in on it'],
  device_foreign: [403, 'The operation was made by another device'],
  code_foreign: [403, 'The human code was not minted by this device'],
  id_taken: [409, 'Another record has this id'],
  unknown_record: [404, 'A record that the step needs does not exist'],
  unknown_partition: [404, 'The device has no such partition'],
  status_not_reachable: [409, 'The ticket’s life does not allow this move from its present status'],
  task_open: [409, 'The ticket waits for a department’s task and cannot be resolved yet'],
  task_finished: [409, 'The department’s task was answered already'],
  ticket_done: [409, 'The ticket is done already; no department is asked any more'],
  too_many: [422, 'The record has no room for another one of these'],
  resolution_missing: [422, 'A ticket is resolved with a resolution code'],
  identity_unverified: [422, 'A verified customer needs a sighted identity'],
  field_changed_by_other: [409, 'Somebody else changed the same field meanwhile'],
  already_reversed: [409, 'So much of the payment is not left to be given back'],
  already_linked: [409, 'The customer is linked to another one already'],
  link_to_itself: [422, 'A customer cannot be linked to itself'],
  several_matches: [409, 'More than one customer may be meant'],
  item_decided: [409, 'The item was decided already'],
  release_exists: [409, 'A release with this version exists'],
  edition_exists: [409, 'Another text is this edition of the article'],
  release_invalid: [422, 'The release breaks a rule of the catalogue'],
  history_changed: [409, 'Headquarters’ history is not the one this desk knows; prime again'],
  client_too_old: [426, 'This console is too old for headquarters; update it, its work is kept'],
  headquarters_too_old: [
    0,
    'Headquarters does not know this kind of work yet; it is kept until headquarters was updated',
  ],
  overloaded: [503, 'Headquarters has too much to do; try again later'],
  database_unreachable: [503, 'Headquarters’ database does not answer'],
  too_much_to_carry: [422, 'The device would carry more records than agreed'],
  not_found: [404, 'There is nothing here'],
  internal: [500, 'A fault at headquarters'],
  disk_low: [0, 'The desk’s disk is nearly full; it sends its work and takes nothing new'],
  not_saved: [0, 'This PC could not store the work'],
  unreachable: [0, 'Headquarters did not answer'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>

/** The same for all, those of courier files among them. */
export const everyProblem = { ...problems, ...courierProblems }

export type ProblemCode = keyof typeof everyProblem

/** What crosses a boundary when something was refused. `detail` never holds personal data. */
export interface Problem {
  readonly code: ProblemCode
  readonly detail?: string | undefined
  /** Seconds to wait before the next try. */
  readonly retryAfter?: number | undefined
}

export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(everyProblem, value)
}
