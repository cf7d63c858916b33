import type { Observable } from 'rxjs'
import type { CommandName, Commands, Queries, QueryName } from '#renderer/data/contract.ts'
import * as atHeadquarters from '#renderer/data/commands/at-headquarters.ts'
import * as callCommands from '#renderer/data/commands/calls.ts'
import * as courierCommands from '#renderer/data/commands/courier.ts'
import * as deskCommands from '#renderer/data/commands/desk.ts'
import * as dayCommands from '#renderer/data/commands/day.ts'
import * as decisions from '#renderer/data/commands/decisions.ts'
import * as queueCommands from '#renderer/data/commands/queue.ts'
import { cancelOrder, captureAppointment, captureOrder } from '#renderer/data/commands/orders.ts'
import * as paymentCommands from '#renderer/data/commands/payments.ts'
import { noteSlip } from '#renderer/data/commands/slips.ts'
import * as ticketWork from '#renderer/data/commands/tickets.ts'
import * as work from '#renderer/data/commands/work.ts'
import type { Desk } from '#renderer/data/desk.ts'
import { ownViews } from '#renderer/data/own-views.ts'
import * as calls from '#renderer/data/queries/calls.ts'
import * as catalogues from '#renderer/data/queries/catalogue.ts'
import { day } from '#renderer/data/queries/day.ts'
import { courier } from '#renderer/data/queries/courier.ts'
import * as customers from '#renderer/data/queries/customers.ts'
import { draft } from '#renderer/data/queries/drafts.ts'
import { inbox } from '#renderer/data/queries/inbox.ts'
import * as queues from '#renderer/data/queries/queue.ts'
import { referenceOf } from '#renderer/data/queries/reference.ts'
import { relatedTo } from '#renderer/data/queries/related-tickets.ts'
import { search } from '#renderer/data/queries/search.ts'
import { article, articles, everyArticle, noticesFor } from '#renderer/data/queries/knowledge.ts'
import { ordersOf } from '#renderer/data/queries/orders.ts'
import { cash, paymentsOf } from '#renderer/data/queries/payments.ts'
import { slip } from '#renderer/data/queries/slips.ts'
import * as sync from '#renderer/data/queries/sync.ts'
import * as ticketLists from '#renderer/data/queries/ticket-lists.ts'
import * as tickets from '#renderer/data/queries/tickets.ts'
import { heldWhile } from '#renderer/data/whole.ts'

type Asked = {
  [N in QueryName]: (desk: Desk, ...args: Parameters<Queries[N]>) => Observable<ReturnType<Queries[N]>>
}
type Done = {
  [N in CommandName]: (desk: Desk, request: Parameters<Commands[N]>[0]) => Promise<ReturnType<Commands[N]>>
}

const queries: Asked = {
  desk: sync.desk,
  priming: (desk) => desk.priming,
  sync: sync.sync,
  courier,
  outbox: sync.outbox,
  items: sync.items,
  inbox,
  search,
  customer: customers.customer,
  subscriptionsOf: customers.subscriptionsOf,
  ticketsOf: customers.ticketsOf,
  timelineOf: customers.timelineOf,
  ticket: tickets.ticket,
  threadOf: tickets.threadOf,
  ticketList: tickets.ticketList,
  ...ticketLists,
  ownViews,
  relatedTo,
  staff: (desk) => referenceOf(desk, 'staff'),
  centres: (desk) => referenceOf(desk, 'centre'),
  reasons: (desk) => referenceOf(desk, 'reason'),
  resolutions: (desk) => referenceOf(desk, 'resolution'),
  macros: (desk) => referenceOf(desk, 'macro'),
  catalogue: catalogues.catalogue,
  releases: catalogues.releases,
  release: catalogues.release,
  draft,
  day,
  queue: queues.queue,
  services: queues.services,
  everyService: queues.everyService,
  caller: calls.caller,
  missedCalls: calls.missedCalls,
  slip,
  ordersOf,
  paymentsOf,
  cash,
  articles,
  everyArticle,
  article,
  noticesFor,
}

const commands: Done = {
  ...deskCommands,
  ...courierCommands,
  ...work,
  ...atHeadquarters,
  ...decisions,
  ...dayCommands,
  ...queueCommands,
  ...callCommands,
  noteSlip,
  captureOrder,
  captureAppointment,
  cancelOrder,
  ...paymentCommands,
  ...ticketWork,
}

/** What screens are given of `renderer/data`. */
export interface Door {
  /** Calls back with the present answer and with each later one, until the returned function is called. */
  watch<N extends QueryName>(
    name: N,
    args: Parameters<Queries[N]>,
    onAnswer: (answer: ReturnType<Queries[N]>) => void,
  ): () => void
  /** The present answer to a question that somebody looks at already: it can stand in the first drawing of whoever asks it too. */
  known?<N extends QueryName>(name: N, args: Parameters<Queries[N]>): ReturnType<Queries[N]> | undefined
  run<N extends CommandName>(name: N, request: Parameters<Commands[N]>[0]): Promise<ReturnType<Commands[N]>>
}

/** The door of a desk: what passes it could also cross to a worker. */
export function doorOf(desk: Desk): Door {
  return {
    watch(name, args, onAnswer) {
      const asked = queries[name] as (desk: Desk, ...given: unknown[]) => Observable<never>
      const watching = heldWhile(desk.core.wholly.writing, asked(desk, ...args)).subscribe(onAnswer)
      return () => watching.unsubscribe()
    },
    run: (name, request) => (commands[name] as (desk: Desk, given: unknown) => Promise<never>)(desk, request),
  }
}
