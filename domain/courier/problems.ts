/**
 * Every way a courier file can be refused. Apart from `domain/problems.ts`, since no request and no item is ever refused so:
 * what an item may say is part of its schema in every replica.
 */
export const courierProblems = {
  courier_unreadable: [0, 'The file is no courier file; choose the one that was made for this side'],
  courier_damaged: [0, 'The courier file is damaged or cut; copy it again from where it was made'],
  courier_newer: [0, 'The courier file was made by a newer version; update this side first'],
  courier_forged: [
    0,
    'The courier file does not bear the signature of whom it names; ask there for another one',
  ],
  courier_wrong_way: [
    0,
    'The courier file goes the other way; a desk imports answers, headquarters imports work',
  ],
  courier_other_desk: [0, 'The courier file belongs to another desk; import it there'],
  courier_other_headquarters: [0, 'The courier file belongs to another headquarters; import it there'],
  courier_old: [
    0,
    'The courier file is overtaken by what is here already; export again and bring the new answer',
  ],
  courier_gap: [
    0,
    'What came before the courier file is missing here; export again and bring the new answer',
  ],
  courier_filled: [0, 'The courier file is for an empty desk; export from this one and bring the answer'],
  courier_no_keys: [0, 'Desk and headquarters have no courier keys of each other yet; connect the desk once'],
  courier_cut: [0, 'The courier file could not be stored to its end; import the same file again'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>
