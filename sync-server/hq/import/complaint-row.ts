import { centrePartition } from '#domain/sync/feed.ts'
import { RecordMap } from '#domain/sync/records.ts'
import type { StepContext, StepOutcome } from '#domain/sync/step.ts'
import { moveTicket } from '#domain/ticket/move-ticket.ts'
import { openTicket } from '#domain/ticket/open-ticket.ts'
import type { TicketStatus } from '#domain/ticket/ticket.ts'
import { checkedRecord } from '#sync-server/hq/import/checked-record.ts'
import { evaluate, evaluateFields, fillTemplate, type Cells } from '#sync-server/hq/import/evaluate.ts'
import type { ImportedRow, ImportPlace } from '#sync-server/hq/import/imported-row.ts'
import type { ComplaintsMapping } from '#sync-server/hq/import/mapping.ts'
import { RowRefused } from '#sync-server/hq/import/refusal.ts'
import { sourceUuid } from '#sync-server/hq/import/source-uuid.ts'

/** A ticket with its thread, made by the domain's own steps: what its life does not allow cannot be imported either. */
export function complaintRow(
  mapping: ComplaintsMapping,
  cells: Cells,
  sourceId: string,
  place: ImportPlace,
): ImportedRow {
  const openedAt = Number(evaluate(mapping.openedAt, cells, place.now))
  const id = sourceUuid(mapping.source, sourceId, 'ticket')
  const { ownerId, centre } = place
  const context = (index: number): StepContext => ({
    opId: sourceUuid(mapping.source, sourceId, 'thread'),
    index,
    actorId: ownerId,
    centreId: centre.id,
    // The file tells one time only: what came later keeps its order by a millisecond each.
    at: openedAt + index,
  })
  const records = new RecordMap()
  const fields = evaluateFields(mapping.record, cells, place.now)
  const wanted = {
    ownerId,
    ...fields,
    id,
    rev: 0,
    status: 'new',
    centreId: centre.id,
    openedAt,
    openedBy: ownerId,
    updatedAt: openedAt,
  }
  const ticket = checkedRecord('tickets', wanted)
  keep(records, openTicket.apply(records, { ...ticketFields(ticket), ticketId: id }, {}, context(0)))
  for (const [index, to] of movesOf(mapping, cells).entries()) {
    const resolutionCode = mapping.thread?.resolution.code ?? ''
    const move = {
      ticketId: id,
      to,
      note: fillTemplate(mapping.thread?.note ?? '', cells),
      ...(to === 'resolved' ? { resolutionCode } : {}),
    }
    keep(records, moveTicket.apply(records, move, {}, context(index + 1)))
  }
  const partitions = [centrePartition(centre.id)]
  return {
    collection: 'tickets',
    id,
    code: ticket.code,
    placed: records.writes().map((write) => ({ ...write, partitions })),
  }
}

function ticketFields(ticket: ReturnType<typeof checkedRecord<'tickets'>>) {
  const { code, type, department, priority, subject, description, channel, reasonCode, ownerId } = ticket
  const known = { code, type, department, priority, subject, channel, ownerId }
  return {
    ...known,
    ...(description === undefined ? {} : { description }),
    ...(reasonCode === undefined ? {} : { reasonCode }),
  }
}

function movesOf({ thread }: ComplaintsMapping, cells: Cells): TicketStatus[] {
  if (thread === undefined) return []
  const written = (cells[thread.column] ?? '').trim()
  const moves = Object.hasOwn(thread.moves, written) ? thread.moves[written] : undefined
  if (moves === undefined)
    throw new RowRefused(
      'bad_value',
      `“${written}” in the column “${thread.column}” has no thread in the mapping.`,
      written,
    )
  return moves
}

function keep(records: RecordMap, outcome: StepOutcome): void {
  if (!outcome.done || (outcome.attention ?? []).length > 0)
    throw new RowRefused('bad_value', 'The mapping’s thread is not a life that a ticket can have.')
  for (const write of outcome.writes) records.put(write)
}
