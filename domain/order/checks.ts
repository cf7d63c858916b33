/** What a customer may want that headquarters has to do. */
export const wishes = ['new_number', 'new_offering', 'sim_swap', 'relocation', 'repair_visit'] as const
export type Wish = (typeof wishes)[number]

/** What has to be seen or said before a wish can be fulfilled. */
export const checks = [
  'id_sighted',
  'owner_matches',
  'terms_explained',
  'address_confirmed',
  'repair_tried',
  'face_match',
  'number_limit',
  'coverage',
] as const
export type Check = (typeof checks)[number]

interface WishRule {
  /** What the person at the counter can do. */
  readonly counter: readonly Check[]
  /**
   * What headquarters alone can do. Since 2026 a new SIM card needs a face match at the population registry and at most three
   * prepaid numbers an identity: neither can be done without a line, and no picture of a face is ever taken here.
   */
  readonly headquarters: readonly Check[]
  /** Whether it is about something that has a price in the catalogue. */
  readonly priced: boolean
  /** Whether somebody comes by, so that a time is asked for. */
  readonly visit: boolean
}

export const wishRules: Readonly<Record<Wish, WishRule>> = {
  new_number: {
    counter: ['id_sighted', 'terms_explained'],
    headquarters: ['face_match', 'number_limit'],
    priced: true,
    visit: false,
  },
  new_offering: {
    counter: ['owner_matches', 'terms_explained'],
    headquarters: [],
    priced: true,
    visit: false,
  },
  sim_swap: {
    counter: ['id_sighted', 'owner_matches'],
    headquarters: ['face_match'],
    priced: false,
    visit: false,
  },
  relocation: {
    counter: ['owner_matches', 'address_confirmed'],
    headquarters: ['coverage'],
    priced: false,
    visit: false,
  },
  repair_visit: {
    counter: ['repair_tried', 'address_confirmed'],
    headquarters: [],
    priced: false,
    visit: true,
  },
}

/** What is done and what is left of a wish's checks; what only headquarters can do is never done at the counter. */
export function sortChecks(wish: Wish, ticked: readonly Check[]): { done: Check[]; left: Check[] } {
  const { counter, headquarters } = wishRules[wish]
  return {
    done: counter.filter((check) => ticked.includes(check)),
    left: [...counter.filter((check) => !ticked.includes(check)), ...headquarters],
  }
}
