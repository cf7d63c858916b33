/** Every picture of docs/screens and what it shows, in the order of a day. */
export const shotList = {
  enrol: 'A new PC, before it belongs to a centre',
  'enrol-unreachable': 'Enrolment while headquarters cannot be reached: it asks again by itself',
  'sign-in': 'Signing in for the first time on this PC',
  priming: 'The first filling of the replica, part by part',
  desk: 'The desk: one’s own tickets by urgency, and what else waits in the centre',
  palette: 'The command palette (Ctrl+K)',
  keys: 'All keys (F1)',
  'search-empty': 'Search, before anything is typed',
  search: 'Search by a part of a name',
  'search-not-found': 'Search without a result: says where was looked and offers a provisional customer',
  tickets: 'Open tickets of the centre',
  ticket: 'A ticket with its thread',
  'ticket-macro':
    'A macro has put words, status, priority and a department’s task ready; one key saves all of it',
  'tickets-bulk': 'The same work on several tickets, put ready before it is done',
  customer: 'A customer on one screen, personal data masked',
  'customer-contact': 'The same customer in a running contact, verified',
  'contact-ticket': 'A contact that also creates a ticket',
  'customer-ticket': 'A ticket without a contact',
  'contact-done': 'The contact is recorded',
  register: 'Registering a provisional customer',
  'register-verified': 'Registering a verified customer',
  catalogue: 'The catalogue for agents',
  'catalogue-compare': 'Three offerings compared',
  'sync-online': 'Synchronisation, everything sent',
  settings: 'Settings',
  'settings-pin': 'A PIN is made, with the password',
  'unlock-pin': 'The locked screen asks for the PIN; one did not fit',
  decisions: 'Decisions: the same field by two people, with both values and what follows from each way out',
  'decisions-match': 'Decisions: may be a customer whom headquarters knows',
  'decisions-edit': 'Decisions: refused work is checked, changed and sent again',
  'customer-move': 'A customer moves to another centre',
  'customer-merge':
    'Two records of one customer side by side: which one stays can be turned round, and what follows is said',
  revoked: 'A revoked PC after its wipe',
  'customer-offline': 'Offline: a provisional customer with contact and ticket, saved on this PC',
  'sync-offline': 'Offline: work that waits',
  'lock-offline': 'Offline: the locked screen',
  'not-opened': 'A second tab of the console in a browser',
  'desk-empty': 'A desk without tickets',
  'releases-draft': 'Catalogue releases: the next release while it is written',
  'releases-published': 'Catalogue releases: what has been published',
  'releases-rollout': 'Catalogue releases: which desk holds which release',
  queue: 'The queue: lanes, who is at a counter, who waits in the order of their turn',
  'queue-give': 'A number for whoever stands at the counter',
  'queue-called': 'F2 has called a number: the contact runs, the search is open',
  kiosk: 'The kiosk, on which visitors take their number',
  'kiosk-number': 'The kiosk with a number',
  'waiting-room': 'The screen of the waiting room',
  practice: 'Practice: made-up data, marked on every screen',
  'call-card': 'Somebody calls: who it may be, with the name masked',
  'call-contact': 'The call was answered; the name stays masked until the caller is verified',
  'call-waits': 'A second call waits in the footer',
  'call-choice': 'Two customers share the number: who is calling?',
  'customer-order': 'An order: what headquarters alone can check, and that nothing is active yet',
  'customer-payment': 'A payment: how much, how, and the change',
  'customer-paid': 'What the customer has paid, each with its receipt',
  'day-drawer': 'The drawer is counted against the receipts of the day',
  knowledge: 'Knowledge: what was found, and the article with its steps',
  'queue-services': 'Admins say what visitors queue for, and what the kiosk will show',
  'knowledge-maintain': 'Admins write an article: both languages, and what counters will read',
  orders: 'Orders of all centres that wait for headquarters, with what an admin needs to answer',
  'order-answer': 'Headquarters answers an order',
  day: 'The supervisor’s day: what needs attention, who waits, the figures of today',
  'day-week': 'The last seven days',
  'day-closing': 'What is left before the shop closes',
} as const

export type ShotName = keyof typeof shotList

/** The index beside the pictures. */
export function shotIndex(): string {
  const rows = Object.entries(shotList).map(([name, shows]) => {
    const links = ['id-light', 'id-dark', 'en-light', 'en-dark'].map(
      (kind) => `[${kind}](${name}-${kind}.jpg)`,
    )
    return `- **${name}**: ${shows}. ${links.join(', ')}`
  })
  return [
    '# Screens',
    '',
    'Made by `npm run shots`; a real console at 1366 × 768 with a real headquarters and the demo world.',
    '',
    ...rows,
    '',
  ].join('\n')
}
