import type { Bridge, DiskRoom, HeardCall, LinkState } from './bridge.ts'

/** Requests of the window by channel; each signature is written once, in the bridge. */
export interface Requests {
  info: Bridge['info']
  'journal.append': Bridge['journal']['append']
  'journal.read': Bridge['journal']['read']
  'journal.settle': Bridge['journal']['settle']
  'keep.read': Bridge['keep']['read']
  'keep.write': Bridge['keep']['write']
  'secrets.status': Bridge['secrets']['status']
  'secrets.save': Bridge['secrets']['save']
  'secrets.read': Bridge['secrets']['read']
  'secrets.remove': Bridge['secrets']['remove']
  'headquarters.origin': Bridge['headquarters']['origin']
  'headquarters.move': Bridge['headquarters']['move']
  'link.probe': Bridge['link']['probe']
  wipe: Bridge['wipe']
  'disk.room': Bridge['disk']['room']
  'telephony.status': Bridge['telephony']['status']
  'telephony.turn': Bridge['telephony']['turn']
  'telephony.renewToken': Bridge['telephony']['renewToken']
  'telephony.simulate': Bridge['telephony']['simulate']
  'telephony.calls': Bridge['telephony']['calls']
  'telephony.letGo': Bridge['telephony']['letGo']
  'print.printers': Bridge['print']['printers']
  'print.page': Bridge['print']['page']
}

/** What main says by itself, by channel. */
export interface Notices {
  'link.changed': LinkState
  'disk.changed': DiskRoom
  'telephony.call': HeardCall
}

/** An answer is a value or one sentence: an Error would carry main's stack into the page. */
export type Answer = { value: unknown } | { refused: string }
