import { ActionIcon, Button, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/contact/contact.module.css'
import { changeContact } from '#renderer/stores/contact.ts'
import { go, useWorkspace } from '#renderer/stores/workspace.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { TierBadge } from '#renderer/work/TierBadge.tsx'
import { useNameOf } from '#renderer/work/useShown.ts'
import { useWords } from '#renderer/words/words.ts'

/** With whom the conversation is; the customer on screen can be taken with one key. */
export function ContactCustomer({ customerId }: { readonly customerId: string | undefined }) {
  const { work } = useWords()
  const view = useLive('customer', customerId ?? '')
  const place = useWorkspace((now) => now.place)
  const onScreen = useLive('customer', place.at === 'customer' ? place.customerId : '')?.customer
  const name = useNameOf({ id: customerId ?? '', name: view?.customer.name ?? '' })
  if (customerId === undefined)
    return (
      <div className={classes['customer']}>
        <span className={classes['quiet']}>{work.contact.customer}</span>
        {onScreen === undefined ? (
          <Button size="compact-sm" variant="default" onClick={() => go({ at: 'search', text: '' })}>
            {work.desk.search}
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => changeContact({ customerId: onScreen.id })}
          >
            {work.contact.takeCustomer(onScreen.name)}
          </Button>
        )}
      </div>
    )
  if (view === null) return <Gone />
  return (
    <div className={classes['customer']}>
      <UnstyledButton className={classes['name']} onClick={() => go({ at: 'customer', customerId })}>
        {view === undefined ? work.contact.customer : name}
      </UnstyledButton>
      {view?.customer === undefined ? null : <TierBadge tier={view.customer.valueTier} />}
      <ActionIcon
        className={classes['release']}
        aria-label={work.contact.clearCustomer}
        onClick={() => changeContact({ customerId: undefined, verification: 'none' })}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </div>
  )
}

/** The customer left this centre in the middle of the conversation; what was typed goes on without them. */
function Gone() {
  const { work } = useWords()
  return (
    <ErrorNote
      tone="calm"
      retry={{
        label: work.contact.goOn,
        onClick: () => changeContact({ customerId: undefined, verification: 'none' }),
      }}
    >
      {work.contact.customerGone}
    </ErrorNote>
  )
}
