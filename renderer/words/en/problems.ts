import type { problems as source } from '#renderer/words/id/problems.ts'

export const problems = {
  bad_request:
    'Headquarters could not read this request. Update the console if there is a new version, then try again.',
  bad_operation: 'A value goes beyond its limit. Check the length of texts and numbers, then save again.',
  too_large: 'This is too much to send at once. Shorten the note, then save again.',
  unknown_step:
    'Headquarters does not know this kind of work yet. It stays saved until headquarters is updated.',
  sign_in_failed: 'User name and password do not match. Try again, or ask a supervisor to reset it.',
  sign_in_slow_down: 'There were several tries. Wait a moment before the next one.',
  pin_wrong: 'The PIN does not fit.',
  pin_gone: 'The PIN does not count any more. Unlock with the password.',
  pin_easy: 'Choose six digits that are not easily guessed, not 111111 or 123456.',
  session_expired: 'The session has ended. Sign in again; your work is saved.',
  enrolment_code_invalid: 'The code is not valid: it may be used or expired. Ask headquarters for a new one.',
  device_unknown: 'Headquarters does not know this PC. Ask an admin to enrol it again; the work stays saved.',
  device_revoked:
    'This work came from a PC that was revoked, and has not been applied. Check it; if it is right, write it down again here.',
  not_permitted: 'This role does not have the right to do that. Ask a supervisor for help.',
  actor_foreign: 'This person belongs to another service centre. Ask a supervisor to pass it on.',
  device_foreign: 'This work was made on another PC. Send it from there.',
  code_foreign: 'This code was made on another PC. Save again to get a new code.',
  id_taken: 'Headquarters already has a record with this code. Open that record and continue there.',
  unknown_record: 'Headquarters does not have the record this refers to. Sync first, then try again.',
  unknown_partition: 'Headquarters has not prepared data for this PC. Contact an admin.',
  status_not_reachable:
    'The status changed first. Your note was kept; choose the next status from where it is now.',
  resolution_missing: 'Choose a resolution code first, then resolve the ticket.',
  identity_unverified: 'See the customer’s ID card first, or save them as a provisional customer.',
  field_changed_by_other: 'Somebody else changed the same field. Compare both values and choose one.',
  already_linked: 'This customer is already merged. Open the merged record.',
  already_reversed:
    'So much is not left of this payment: some or all of it was given back. See its receipts at the customer.',
  link_to_itself: 'Both records are the same. Choose another customer to merge.',
  several_matches: 'More than one customer matches. Choose the right one.',
  item_decided: 'Somebody has already decided this. There is nothing left to do.',
  release_exists: 'This version is already published. Use another version number.',
  release_invalid: 'The release does not meet the catalogue’s rules yet. Fix the marked findings.',
  edition_exists: 'This edition is published with another text. Publish it as the next edition.',
  history_changed:
    'Headquarters was restored from a backup. This PC is fetching its data again; your work is safe.',
  client_too_old: 'This console needs an update before it can send. All work stays saved.',
  headquarters_too_old:
    'Headquarters does not know some of this work yet. It is kept and sent after headquarters was updated; everything else goes on.',
  overloaded: 'Headquarters is busy. Sending is tried again automatically.',
  database_unreachable: 'Headquarters’ database does not answer. Sending is tried again automatically.',
  too_much_to_carry:
    'This centre holds more data than was agreed for one PC. Contact an admin at headquarters; all work stays saved.',
  not_found: 'Headquarters has nothing at this address. Check the address in Settings.',
  internal: 'There is a fault at headquarters. Your work stays saved and is sent again automatically.',
  not_saved:
    'Not saved: this PC could not store it. What you typed is still here. Check the disk space, then try again; if it fails again, restart Loket.',
  disk_low:
    'This PC’s disk is nearly full. Your work is still saved and sent; new data comes when there is room again.',
  unreachable: 'Headquarters is not connected. All work stays saved and is sent later.',
  courier_unreadable: 'This is not a courier file of Loket. Choose the answer from headquarters.',
  courier_damaged: 'This file is damaged or cut off. Copy it again from where it came, then import it.',
  courier_newer: 'This file was made by a newer version. Update this console, then import it again.',
  courier_forged: 'This file is not signed by headquarters. Do not use it; ask headquarters for another one.',
  courier_wrong_way: 'This is a file of work to take to headquarters. Choose the answer from headquarters.',
  courier_other_desk:
    'This file is for another PC. Import it there, or ask headquarters for one for this PC.',
  courier_other_headquarters:
    'This file is not from the headquarters that enrolled this PC. Ask there for the right one.',
  courier_old: 'This PC is already ahead of this file. Export again, then import the new answer.',
  courier_gap: 'Data from before this file is missing on this PC. Export again, then import the new answer.',
  courier_filled: 'This file is for an empty PC. Export from this one, then import the answer.',
  courier_no_keys:
    'This PC and headquarters have not exchanged courier keys yet. Connect this PC to headquarters once.',
  task_open: 'The ticket still waits for a department’s task. Once it is answered, resolve the ticket.',
  task_finished: 'This task was answered first by somebody else. Your words were kept in the thread.',
  ticket_done: 'This ticket is done. Reopen it if a department still has to work on it.',
  too_many: 'This ticket holds as many tasks or links as it can. Create a new ticket.',
  courier_cut: 'Not everything in the file could be stored on this PC. Import the same file again.',
} satisfies typeof source
