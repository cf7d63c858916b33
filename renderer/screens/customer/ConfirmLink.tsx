import { useState } from 'react'
import { Button } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import type { Customer } from '#domain/customer/customer.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { CustomerFacts } from '#renderer/work/CustomerFacts.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface ConfirmLinkProps {
  readonly customer: Customer
  readonly otherId: string
  readonly onBack: () => void
  readonly onClose: () => void
}

/** Both records side by side: which one stays the customer can be turned round, and what follows is said with numbers. */
export function ConfirmLink({ customer, otherId, onBack, onClose }: ConfirmLinkProps) {
  const { work, common } = useWords()
  const [isTurned, setTurned] = useState(false)
  const { run, running, problem } = useRun('linkCustomer')
  const [absorbedId, survivorId] = isTurned ? [otherId, customer.id] : [customer.id, otherId]
  async function link(): Promise<void> {
    if ((await run({ absorbedId, survivorId })) === undefined) return
    onClose()
    go({ at: 'customer', customerId: survivorId })
  }
  return (
    <div className={classes['form']}>
      <div className={classes['pair']}>
        <Side title={work.customer.linkAbsorbed} customerId={absorbedId} besideId={survivorId} />
        <Side title={work.customer.linkSurvivor} customerId={survivorId} besideId={absorbedId} />
      </div>
      <Button
        className={classes['swap']}
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowsExchange size={14} aria-hidden />}
        onClick={() => setTurned(!isTurned)}
      >
        {work.customer.linkSwap}
      </Button>
      <Consequences absorbedId={absorbedId} survivorId={survivorId} />
      <ProblemNote problem={problem} />
      <div className={classes['actions']}>
        <Button autoFocus loading={running} onClick={link}>
          {work.customer.linkDo}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {common.back}
        </Button>
      </div>
    </div>
  )
}

interface SideProps {
  readonly title: string
  readonly customerId: string
  readonly besideId: string
}

function Side({ title, customerId, besideId }: SideProps) {
  const view = useLive('customer', customerId)
  const beside = useLive('customer', besideId)?.customer
  return (
    <section className={classes['side']} aria-label={title}>
      <div className={classes['hint']}>{title}</div>
      {view === undefined || view === null ? null : (
        <CustomerFacts customer={view.customer} beside={beside} />
      )}
    </section>
  )
}

function Consequences({
  absorbedId,
  survivorId,
}: {
  readonly absorbedId: string
  readonly survivorId: string
}) {
  const { customer } = useWords().work
  const format = useFormat()
  const survivor = useLive('customer', survivorId)
  const tickets = useLive('ticketsOf', absorbedId)
  const lines = useLive('subscriptionsOf', absorbedId)
  const contacts = useLive('customer', absorbedId)?.contacts30Days
  if (tickets === undefined || lines === undefined || contacts === undefined || !survivor) return null
  const comes = customer.linkComes(
    format.count(lines.length),
    format.count(tickets.length),
    format.count(contacts),
    survivor.customer.name,
  )
  return (
    <ul className={classes['consequences']}>
      {[comes, ...customer.linkFacts].map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}
