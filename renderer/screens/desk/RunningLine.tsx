import { Button } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/desk/desk.module.css'
import { useContact } from '#renderer/stores/contact.ts'
import { go } from '#renderer/stores/workspace.ts'
import { paceOf, useElapsed } from '#renderer/work/useElapsed.ts'
import { useNameOf } from '#renderer/work/useShown.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** The running contact in one line. */
export function RunningLine() {
  const contact = useContact((state) => state.contact)
  return contact === undefined ? null : <Running customerId={contact.customerId} />
}

function Running({ customerId }: { readonly customerId: string | undefined }) {
  const { work } = useWords()
  const format = useFormat()
  const seconds = useElapsed()
  const customer = useLive('customer', customerId ?? '')?.customer
  const name = useNameOf({ id: customerId ?? '', name: customer?.name ?? '' })
  return (
    <section className={classes['running']} aria-label={work.desk.running}>
      <IconPhoneCall size={18} aria-hidden />
      <strong>{customer === undefined ? work.desk.runningUnknown : work.desk.runningFor(name)}</strong>
      <span className={classes['pace']} data-pace={paceOf(seconds)}>
        {format.duration(seconds)}
      </span>
      {customer === undefined ? (
        <Button variant="default" onClick={() => go({ at: 'search', text: '' })}>
          {work.desk.search}
        </Button>
      ) : (
        <Button variant="default" onClick={() => go({ at: 'customer', customerId: customer.id })}>
          {work.desk.openCustomer}
        </Button>
      )}
    </section>
  )
}
