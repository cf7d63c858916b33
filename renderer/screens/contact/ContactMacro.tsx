import type { Macro } from '#domain/reference/macro.ts'
import { changeContact, type ContactTicket, type RunningContact } from '#renderer/stores/contact.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { useWorkspace } from '#renderer/stores/workspace.ts'
import { MacroSelect } from '#renderer/work/MacroSelect.tsx'
import { openOptions } from '#renderer/work/typed.ts'
import { useMacroWords } from '#renderer/work/useMacroWords.ts'

/** Fills the running contact in: words, ticket, task and outcome. All of it stays to be changed until the contact ends. */
export function ContactMacro({ contact }: { readonly contact: RunningContact }) {
  const say = useMacroWords(contact.customerId, {})
  useKeys({
    // On a ticket the key means the ticket's own macros.
    macro: () => (useWorkspace.getState().place.at === 'ticket' ? false : openOptions('contact-macro')),
  })
  function choose(macro: Macro): void {
    const { text, disposition } = macro
    const ticket = ticketOf(macro, contact.ticket, say)
    const words = text === undefined ? [] : [say(text)]
    changeContact({
      note: [contact.note.trim(), ...words].filter((part) => part !== '').join('\n'),
      ...(ticket === undefined ? {} : { ticket, disposition: 'ticket_created' }),
      ...(disposition === undefined ? {} : { disposition }),
    })
    document.getElementById('contact-note')?.focus()
  }
  return <MacroSelect id="contact-macro" onChoose={choose} />
}

/** The ticket that the macro opens, or the one that is ready already with what the macro adds. */
function ticketOf(
  { ticket, priority, task }: Macro,
  ready: ContactTicket | undefined,
  say: ReturnType<typeof useMacroWords>,
): ContactTicket | undefined {
  const opened =
    ticket === undefined ? ready : { priority: 'p3' as const, ...ticket, subject: say(ticket.subject) }
  if (opened === undefined) return undefined
  return {
    ...opened,
    ...(priority === undefined ? {} : { priority }),
    ...(task === undefined ? {} : { task: { ...task, ask: say(task.ask) } }),
  }
}
