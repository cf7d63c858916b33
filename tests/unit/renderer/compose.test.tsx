// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import type { Reference } from '#domain/reference/reference.ts'
import { slaOf } from '#domain/ticket/sla.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Door } from '#renderer/data/door.ts'
import { TicketScreen } from '#renderer/screens/ticket/TicketScreen.tsx'
import { TicketsScreen } from '#renderer/screens/tickets/TicketsScreen.tsx'
import { terms } from '#renderer/words/id/terms.ts'
import { ticketing } from '#renderer/words/id/ticketing.ts'
import { mount, write } from '#tests/unit/renderer/mounted.tsx'
import { macroRecords } from '#tests/world/talk/macros.ts'

const at = Date.UTC(2026, 10, 25, 1)
const ticket: Ticket = {
  id: 't1',
  rev: 1,
  code: 'T-KDI1-2611-0042',
  centreId: 'KDI',
  type: 'complaint',
  department: 'billing',
  priority: 'p3',
  status: 'in_progress',
  ownerId: 'ani',
  subject: 'Sinyal hilang',
  channel: 'walk_in',
  openedAt: at,
  openedBy: 'ani',
  updatedAt: at,
  tasks: [
    { id: 'k1', department: 'network', ask: 'Periksa BTS', askedAt: at, askedBy: 'ani', state: 'open' },
  ],
}
const policy = {
  target: { p1: 1e7, p2: 1e7, p3: 1e7, p4: 1e7 },
  calendar: { zone: 'WITA' },
  escalateAt: [1],
} as const
const rowOf = (id: string) => ({
  ticket: { ...ticket, id, code: `T-KDI1-2611-${id}` },
  sla: slaOf(ticket, policy),
  dueAt: at + 1e7,
  state: 'at_headquarters' as const,
})
const ids = Array.from({ length: 12 }, (_, index) => String(index).padStart(4, '0'))
const sari: Reference = {
  id: 'staff:sari',
  rev: 1,
  kind: 'staff',
  code: 'sari',
  name: 'Sari Wulandari',
  staffId: 'sari',
  centreId: 'KDI',
  active: true,
}

/** What the screens ask, and what they do. */
function doorWith(done: [string, unknown][]): Door {
  const answers: Readonly<Record<string, unknown>> = {
    ticket: rowOf('t1'),
    threadOf: [],
    draft: null,
    macros: macroRecords,
    staff: [sari],
    resolutions: [],
    reasons: [],
    centres: [],
    relatedTo: [],
    ownViews: [],
    ticketIds: ids,
    ticketRows: ids.map(rowOf),
    customer: null,
    desk: {
      stage: 'open',
      people: [],
      centre: { id: 'KDI', name: 'Loket Kendari', zone: 'WITA' },
      person: { id: 'ani', name: 'Ani', role: 'agent', username: 'ani' },
    },
  }
  return {
    watch: (name, _args, onAnswer) => {
      if (Object.hasOwn(answers, name)) onAnswer(answers[name] as never)
      return () => undefined
    },
    run: (name, request) => {
      done.push([name, request])
      const value = name === 'workOnTickets' ? { done: ids.length, refused: [] } : null
      return Promise.resolve({ ok: true, value } as never)
    },
  }
}

async function show(content: ReactNode) {
  const done: [string, unknown][] = []
  return { done, ...(await mount(doorWith(done), content)) }
}

test('a ticket with an open task says at once why it cannot be resolved, and where the task is', async () => {
  const { page, done, leave } = await show(<TicketScreen ticketId="t1" />)
  const resolve = [...page.querySelectorAll('button')].find(
    ({ textContent }) => textContent === terms.ticketStatus.resolved,
  )
  await act(async () => resolve?.click())
  expect(page.textContent).toContain(ticketing.tasks.blocked)
  expect(page.textContent).toContain('Periksa BTS')
  expect(done.filter(([name]) => name === 'moveTicket')).toEqual([])
  await leave()
})

test('letters behind an @ find a colleague, Enter takes the name, and the note calls that colleague', async () => {
  const { page, done, press, leave } = await show(<TicketScreen ticketId="t1" />)
  const field = page.querySelector('textarea')
  if (field === null) throw new Error('there is no composer')
  field.focus()
  await write(field, 'Mohon dilihat @sar')
  expect(page.querySelector('[role="listbox"]')?.textContent).toContain('Sari Wulandari')
  await press('Enter')
  expect(field.value).toBe('Mohon dilihat @Sari Wulandari ')
  await press('Enter', { ctrlKey: true })
  expect(done).toContainEqual([
    'workOnTickets',
    { ticketIds: ['t1'], changes: { text: 'Mohon dilihat @Sari Wulandari', mentioned: ['sari'] } },
  ])
  await leave()
})

test('Space and Shift with arrows choose rows; one commit works on all of them', async () => {
  const { page, done, press, leave } = await show(<TicketsScreen view="open" />)
  const first = page.querySelector<HTMLElement>('[role="row"][data-row="0"]')
  first?.focus()
  await press(' ')
  await press('ArrowDown', { shiftKey: true })
  await press('ArrowDown', { shiftKey: true })
  expect(page.querySelectorAll('[role="row"][aria-selected="true"]')).toHaveLength(3)
  const field = page.querySelector('textarea')
  if (field === null) throw new Error('there is nothing to write in')
  field.focus()
  await write(field, 'Dicek bersama')
  await press('Enter', { ctrlKey: true })
  expect(done).toContainEqual([
    'workOnTickets',
    { ticketIds: ids.slice(0, 3), changes: { text: 'Dicek bersama', mentioned: [] } },
  ])
  expect(page.textContent).toContain(ticketing.list.worked('12'))
  await leave()
})
