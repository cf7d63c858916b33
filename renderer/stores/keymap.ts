/** Where a key belongs; the help sheet is ordered by it. */
export type KeyScope =
  | 'everywhere'
  | 'areas'
  | 'contact'
  | 'customer'
  | 'ticket'
  | 'list'
  | 'items'
  | 'sync'
  | 'queue'
  | 'slip'
  | 'orders'
  | 'knowledge'

interface KeyDefinition {
  readonly scope: KeyScope
  /** The first is the one shown. `mod` is Ctrl, or Command on a Mac. A bare letter never acts while a field has the focus. */
  readonly keys: readonly [string, ...string[]]
}

/** Every key of the console. What each one does stands in the words under the same name. */
export const keymap = {
  palette: { scope: 'everywhere', keys: ['mod+k'] },
  search: { scope: 'everywhere', keys: ['/', 'mod+f'] },
  help: { scope: 'everywhere', keys: ['?', 'F1'] },
  commit: { scope: 'everywhere', keys: ['mod+Enter'] },
  back: { scope: 'everywhere', keys: ['Escape'] },
  syncNow: { scope: 'everywhere', keys: ['mod+s'] },
  lock: { scope: 'everywhere', keys: ['mod+l'] },
  areaDesk: { scope: 'areas', keys: ['alt+1'] },
  areaSearch: { scope: 'areas', keys: ['alt+2'] },
  areaTickets: { scope: 'areas', keys: ['alt+3'] },
  areaCatalogue: { scope: 'areas', keys: ['alt+4'] },
  areaReleases: { scope: 'areas', keys: ['alt+5'] },
  areaSync: { scope: 'areas', keys: ['alt+6'] },
  areaItems: { scope: 'areas', keys: ['alt+7'] },
  areaSettings: { scope: 'areas', keys: ['alt+9'] },
  areaDay: { scope: 'areas', keys: ['alt+h'] },
  areaKnowledge: { scope: 'areas', keys: ['alt+0'] },
  startContact: { scope: 'contact', keys: ['F4'] },
  endContact: { scope: 'contact', keys: ['F8'] },
  verify: { scope: 'contact', keys: ['alt+v', 'v'] },
  reason: { scope: 'contact', keys: ['alt+r', 'r'] },
  contactNote: { scope: 'contact', keys: ['alt+k'] },
  hangUp: { scope: 'contact', keys: ['alt+w'] },
  registerCustomer: { scope: 'customer', keys: ['alt+b'] },
  editDetails: { scope: 'customer', keys: ['alt+e', 'e'] },
  openTicket: { scope: 'customer', keys: ['alt+t', 't'] },
  moveCustomer: { scope: 'customer', keys: ['alt+p', 'p'] },
  ticketNote: { scope: 'ticket', keys: ['alt+n', 'n'] },
  moveTicket: { scope: 'ticket', keys: ['alt+s', 's'] },
  assignTicket: { scope: 'ticket', keys: ['alt+a', 'a'] },
  askDepartment: { scope: 'ticket', keys: ['alt+f', 'f'] },
  ticketPriority: { scope: 'ticket', keys: ['alt+y', 'y'] },
  macro: { scope: 'ticket', keys: ['alt+m', 'm'] },
  escalateTicket: { scope: 'ticket', keys: ['F6', '!'] },
  firstTask: { scope: 'ticket', keys: ['alt+j'] },
  exportWork: { scope: 'sync', keys: ['alt+x'] },
  importAnswer: { scope: 'sync', keys: ['alt+i'] },
  listDown: { scope: 'list', keys: ['j', 'ArrowDown'] },
  listUp: { scope: 'list', keys: ['k', 'ArrowUp'] },
  listOpen: { scope: 'list', keys: ['Enter'] },
  listFirst: { scope: 'list', keys: ['Home'] },
  listLast: { scope: 'list', keys: ['End'] },
  listSelect: { scope: 'list', keys: [' ', 'shift+ArrowDown'] },
  nextView: { scope: 'list', keys: [']', 'mod+]'] },
  previousView: { scope: 'list', keys: ['[', 'mod+['] },
  way1: { scope: 'items', keys: ['1', 'mod+1'] },
  way2: { scope: 'items', keys: ['2', 'mod+2'] },
  way3: { scope: 'items', keys: ['3', 'mod+3'] },
  way4: { scope: 'items', keys: ['4', 'mod+4'] },
  way5: { scope: 'items', keys: ['5', 'mod+5'] },
  areaQueue: { scope: 'areas', keys: ['alt+8'] },
  callNext: { scope: 'queue', keys: ['F2'] },
  giveNumber: { scope: 'queue', keys: ['alt+g', 'g'] },
  recallNumber: { scope: 'queue', keys: ['alt+u', 'u'] },
  noShow: { scope: 'queue', keys: ['alt+d', 'd'] },
  transferNumber: { scope: 'queue', keys: ['alt+l', 'l'] },
  putBackNumber: { scope: 'queue', keys: ['alt+z', 'z'] },
  cancelNumber: { scope: 'queue', keys: ['alt+c', 'c'] },
  areaOrders: { scope: 'areas', keys: ['F7'] },
  acceptOrder: { scope: 'orders', keys: ['alt+a', 'a'] },
  passOnOrder: { scope: 'orders', keys: ['alt+s', 's'] },
  fulfilOrder: { scope: 'orders', keys: ['alt+f', 'f'] },
  rejectOrder: { scope: 'orders', keys: ['alt+t', 't'] },
  writeNew: { scope: 'knowledge', keys: ['alt+n', 'n'] },
  retireArticle: { scope: 'knowledge', keys: ['alt+t', 't'] },
  takePayment: { scope: 'customer', keys: ['F9', 'b'] },
  openOrder: { scope: 'customer', keys: ['alt+o', 'o'] },
  printSlip: { scope: 'slip', keys: ['alt+q', 'q'] },
} as const satisfies Record<string, KeyDefinition>

export type KeyId = keyof typeof keymap

export const keyIds = Object.keys(keymap) as KeyId[]

/** Whether a key event is this combination; `?` and `/` are taken by their sign, wherever the keyboard has them. */
export function matches(combination: string, event: KeyboardEvent): boolean {
  const parts = combination.split('+')
  const key = parts.at(-1) ?? ''
  if ((event.ctrlKey || event.metaKey) !== parts.includes('mod')) return false
  if (event.altKey !== parts.includes('alt')) return false
  // On a Mac, Alt changes the sign, so letters and digits with Alt are taken by their place.
  if (event.altKey) return event.code === (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`)
  return event.key.toLowerCase() === key.toLowerCase()
}

/** Acts only while no field has the focus, and only as long as the person wants it. */
export function isBareSign(combination: string): boolean {
  return combination.length === 1
}
