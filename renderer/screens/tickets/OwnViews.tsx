import { useState } from 'react'
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { OwnView, TicketFilter, TicketView } from '#renderer/data/contract-tickets.ts'
import { useCommand, useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/tickets/tickets.module.css'
import { useDraftTexts } from '#renderer/work/useDraftTexts.ts'
import { useWords } from '#renderer/words/words.ts'

interface OwnViewsProps {
  readonly view: TicketView
  readonly filter: TicketFilter
  readonly onChoose: (view: OwnView) => void
}

const blank = { name: '' }

/** A person's own views: a view with a filter, by name. They stay with their person on this PC. */
export function OwnViews({ view, filter, onChoose }: OwnViewsProps) {
  const { ticketing } = useWords()
  const say = ticketing.list
  const views = useLive('ownViews') ?? []
  const save = useCommand('saveOwnViews')
  const draft = useDraftTexts('view-name', blank)
  const { name } = draft.values
  const [naming, setNaming] = useState(false)
  const isNew = Object.keys(filter).length > 0
  function add(): void {
    const called = name.trim()
    if (called === '') return
    setNaming(false)
    draft.change(blank)
    draft.drop()
    void save({ views: [...views.filter((each) => each.name !== called), { name: called, view, filter }] })
  }
  return (
    <div className={classes['own']}>
      {views.map((each) => (
        <div key={each.name} className={classes['ownView']}>
          <Button
            size="compact-sm"
            variant={
              JSON.stringify([each.view, each.filter]) === JSON.stringify([view, filter]) ? 'light' : 'subtle'
            }
            onClick={() => onChoose(each)}
          >
            {each.name}
          </Button>
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={say.dropView(each.name)}
            onClick={() => void save({ views: views.filter((other) => other !== each) })}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {!naming ? (
        isNew ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setNaming(true)}>
            {say.saveView}…
          </Button>
        ) : null
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <TextInput
            autoFocus
            label={say.saveName}
            description={say.ownHint}
            maxLength={40}
            value={name}
            onChange={(event) => draft.change({ name: event.currentTarget.value })}
            onBlur={() => name.trim() === '' && setNaming(false)}
          />
        </form>
      )}
    </div>
  )
}
