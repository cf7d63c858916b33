import { workCatalogue } from '#renderer/words/id/work-catalogue.ts'
import { workCustomers } from '#renderer/words/id/work-customers.ts'
import { workTickets } from '#renderer/words/id/work-tickets.ts'

/** The words of the work screens. */
export const work = { ...workCustomers, ...workTickets, ...workCatalogue }
