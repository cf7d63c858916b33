import { Button } from '@mantine/core'
import { IconArrowMerge, IconBuildingStore, IconCircleDashed } from '@tabler/icons-react'
import { useState } from 'react'
import type { CustomerView } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/customer.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

/** What is special about this record. */
export function Banners({ view }: { readonly view: CustomerView }) {
  const { work } = useWords()
  const { customer, mergedInto } = view
  const centreId = useLive('desk')?.centre?.id
  if (mergedInto !== undefined) return <Merged absorbedId={customer.id} survivorId={mergedInto} />
  if (centreId !== undefined && customer.homeCentreId !== centreId) return <Elsewhere view={view} />
  if (customer.provenance !== 'provisional') return null
  return (
    <div className={classes['banner']} role="note">
      <IconCircleDashed size={18} aria-hidden />
      <span>
        <strong>{work.customer.provisional}.</strong> {work.customer.provisionalHint}
      </span>
    </div>
  )
}

/** Another centre's customer, or one who is on the way there. */
function Elsewhere({ view }: { readonly view: CustomerView }) {
  const { work } = useWords()
  const { homeCentreId } = view.customer
  const moving = view.movingTo !== undefined
  const centre = useLive('centres')?.find(({ code }) => code === homeCentreId)
  return (
    <div className={classes['banner']} role="note">
      <IconBuildingStore size={18} aria-hidden />
      <span>
        <strong>
          {(moving ? work.customer.movingTo : work.customer.elsewhere)(centre?.name ?? homeCentreId)}
        </strong>{' '}
        {moving ? work.customer.leaves : ''}
      </span>
    </div>
  )
}

function Merged({ absorbedId, survivorId }: { readonly absorbedId: string; readonly survivorId: string }) {
  const { work } = useWords()
  const permits = usePermits()
  const [asking, setAsking] = useState(false)
  const { run, running, problem } = useRun('unlinkCustomer')
  return (
    <div className={classes['banner']} role="note">
      <IconArrowMerge size={18} aria-hidden />
      <span>
        {asking ? work.customer.undoLinkAsk : work.customer.merged}
        <ProblemNote problem={problem} />
      </span>
      <Button size="compact-sm" onClick={() => go({ at: 'customer', customerId: survivorId })}>
        {work.customer.openSurvivor}
      </Button>
      {permits('unlinkCustomer') ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={running}
          onClick={() => (asking ? run({ absorbedId, survivorId }) : setAsking(true))}
        >
          {work.customer.undoLink}
        </Button>
      ) : null}
    </div>
  )
}
