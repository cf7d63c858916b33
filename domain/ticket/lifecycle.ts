import type { TicketStatus } from '#domain/ticket/ticket.ts'

/** Which status may follow which. TMF621: acknowledged = new, open; held = on_hold; pending = pending_*. */
export const nextStatuses: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: ['open', 'in_progress', 'cancelled', 'rejected'],
  open: [
    'in_progress',
    'pending_customer',
    'pending_department',
    'on_hold',
    'resolved',
    'cancelled',
    'rejected',
  ],
  in_progress: ['pending_customer', 'pending_department', 'on_hold', 'resolved', 'cancelled'],
  pending_customer: ['in_progress', 'on_hold', 'resolved', 'cancelled'],
  pending_department: ['in_progress', 'on_hold', 'resolved', 'cancelled'],
  on_hold: ['in_progress', 'resolved', 'cancelled'],
  resolved: ['closed', 'open'],
  closed: ['open'],
  cancelled: [],
  rejected: [],
}

export function mayMove(from: TicketStatus, to: TicketStatus): boolean {
  return nextStatuses[from].includes(to)
}
