import { workCatalogue } from '#renderer/words/en/work-catalogue.ts'
import { workCustomers } from '#renderer/words/en/work-customers.ts'
import { workTickets } from '#renderer/words/en/work-tickets.ts'
import type { work as source } from '#renderer/words/id/work.ts'

export const work: typeof source = { ...workCustomers, ...workTickets, ...workCatalogue }
