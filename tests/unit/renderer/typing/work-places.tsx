import { act } from 'react'
import { EditForm } from '#renderer/screens/items/EditForm.tsx'
import { HandOverForm } from '#renderer/screens/items/HandOverForm.tsx'
import { DraftTab } from '#renderer/screens/releases/DraftTab.tsx'
import { Simulator } from '#renderer/screens/settings/Simulator.tsx'
import { TicketScreen } from '#renderer/screens/ticket/TicketScreen.tsx'
import { TicketsScreen } from '#renderer/screens/tickets/TicketsScreen.tsx'
import { terms } from '#renderer/words/id/terms.ts'
import { ticketing } from '#renderer/words/id/ticketing.ts'
import { work } from '#renderer/words/id/work.ts'
import { when } from '#tests/unit/renderer/practising.ts'
import { write } from '#tests/unit/renderer/mounted.tsx'
import { itemOf, ticketId } from '#tests/unit/renderer/typing/world.ts'
import {
  button,
  push,
  soon,
  pushSoon,
  field,
  labelled,
  labelledAfter,
  openOnce,
} from '#tests/unit/renderer/typing/find.ts'
import type { Place } from '#tests/unit/renderer/typing/place.ts'

const folder = 'renderer/screens/'
const ticket = { show: () => <TicketScreen ticketId={ticketId} /> }

const ofTicket: readonly Place[] = [
  {
    name: 'the composer of a ticket',
    draft: `ticket:${ticketId}`,
    files: [],
    ...ticket,
    open: () => field('textarea:not([disabled])'),
  },
  {
    name: 'the words to another status',
    draft: `ticket-move:${ticketId}`,
    files: [`${folder}ticket/MoveForm.tsx`],
    ...ticket,
    open: () => labelledAfter(work.ticket.moveNote, () => pushSoon(terms.ticketStatus.in_progress)),
  },
  {
    name: 'the words to another owner',
    draft: `ticket-assign:${ticketId}`,
    files: [`${folder}ticket/AssignForm.tsx`],
    ...ticket,
    open: ({ press }) =>
      labelledAfter(work.ticket.moveNote, async () => {
        await soon(() => void button(work.ticket.assign))
        await press('a')
      }),
  },
  {
    name: 'what a department is asked',
    draft: `ticket-ask:${ticketId}`,
    files: [`${folder}ticket/AskForm.tsx`],
    ...ticket,
    open: ({ press }) =>
      labelledAfter(ticketing.tasks.what, async () => {
        await soon(() => void button(ticketing.tasks.ask))
        await press('f')
      }),
  },
  {
    name: 'what a department answers',
    draft: 'task-answer',
    files: [`${folder}ticket/AnswerForm.tsx`],
    ...ticket,
    prepare: async ({ must, door }) => {
      await must('askDepartment', { ticketId, department: 'network', ask: 'Periksa BTS', withinHours: 4 })
      const row = await when(door, 'ticket', [ticketId], (now) => now?.ticket.tasks?.[0] !== undefined)
      return `task-answer:${row?.ticket.tasks?.[0]?.id ?? ''}`
    },
    open: () => labelledAfter(ticketing.tasks.words, () => pushSoon(ticketing.tasks.answer)),
  },
]

const ofLists: readonly Place[] = [
  {
    name: 'the words for several tickets',
    draft: 'tickets',
    files: [],
    show: () => <TicketsScreen view="open" />,
    open: async ({ press }) => {
      const row = await soon(() => {
        const first = document.querySelector<HTMLElement>('[role="row"][data-row="0"]')
        if (first === null) throw new Error('there is no row')
        return first
      })
      if (document.querySelector('textarea') === null) {
        await act(async () => row.focus())
        await press(' ')
      }
      return field('textarea:not([disabled])')
    },
  },
  {
    name: 'the name of an own view',
    draft: 'view-name',
    files: [`${folder}tickets/OwnViews.tsx`],
    show: () => <TicketsScreen view="open" />,
    open: () =>
      labelledAfter(ticketing.list.saveName, async () => {
        await write(await field(`input[aria-label="${ticketing.list.text}"]`), 'kuota')
        await pushSoon(ticketing.list.saveView)
      }),
  },
]

const way = { onDone: () => undefined, onCancel: () => undefined }
const ofItems: readonly Place[] = [
  {
    name: 'the words with which an item is handed over',
    draft: 'item-hand-over:item-conflict',
    files: [`${folder}items/HandOverForm.tsx`],
    show: () => <HandOverForm row={{ item: itemOf('conflict') }} {...way} />,
    open: () => field('textarea'),
  },
  {
    name: 'a value that is decided otherwise',
    draft: 'item-edit:item-conflict',
    files: [`${folder}items/StepFields.tsx`],
    show: () => <EditForm row={{ item: itemOf('conflict') }} {...way} />,
    open: () => labelled(terms.field.email),
  },
  {
    name: 'the words of a decision',
    draft: 'item-edit:item-conflict',
    files: [`${folder}items/EditForm.tsx`],
    show: () => <EditForm row={{ item: itemOf('conflict') }} {...way} />,
    open: () => field('textarea'),
  },
]

const openRelease = () => openOnce('#release-version', work.releases.startEmpty)

const ofAdmins: readonly Place[] = [
  {
    name: 'the notes of a release',
    draft: 'release',
    files: [`${folder}releases/DraftHead.tsx`],
    show: () => <DraftTab onPublished={() => undefined} />,
    open: async () => {
      await openRelease()
      return labelled(work.releases.notes)
    },
  },
  {
    name: 'the name of an offering',
    draft: 'release',
    files: [`${folder}releases/OfferingForm.tsx`],
    show: () => <DraftTab onPublished={() => undefined} />,
    open: () =>
      labelledAfter(work.releases.fields.nameId, async () => {
        await openRelease()
        // What was left has a row already.
        const row = document.querySelector<HTMLElement>('[data-row="0"]')
        await (row === null ? push(work.releases.add) : act(async () => row.click()))
      }),
  },
  {
    name: 'the number that is rung for practice',
    draft: 'simulator',
    files: [`${folder}settings/Simulator.tsx`],
    show: () => <Simulator />,
    open: () => field('#simulator-number'),
  },
]

export const workPlaces: readonly Place[] = [...ofTicket, ...ofLists, ...ofItems, ...ofAdmins]
