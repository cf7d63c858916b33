import { useState } from 'react'
import { Anchor, Button } from '@mantine/core'
import { masked } from '#domain/customer/msisdn.ts'
import type { Item } from '#domain/item/item.ts'
import type { ProblemCode } from '#domain/problems.ts'
import { useCommand, useLive } from '#renderer/data/useLive.ts'
import { go } from '#renderer/stores/workspace.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/sync/SyncScreen.module.css'

/** Customers who may be the one that the centre registered; joining two records can be undone. */
export function Candidates({ item }: { readonly item: Item }) {
  const { problems } = useWords()
  const linkCustomer = useCommand('linkCustomer')
  const [problem, setProblem] = useState<ProblemCode>()
  const { customerId, candidateIds = [] } = item
  if (customerId === undefined) return null
  async function link(absorbedId: string, survivorId: string): Promise<void> {
    const done = await linkCustomer({ absorbedId, survivorId, itemId: item.id })
    setProblem(done.ok ? undefined : done.problem)
  }
  return (
    <ul className={classes['list']}>
      {candidateIds.map((candidateId) => (
        <Candidate
          key={candidateId}
          customerId={candidateId}
          onSame={() => void link(customerId, candidateId)}
        />
      ))}
      {problem === undefined ? null : <ErrorNote>{problems[problem]}</ErrorNote>}
    </ul>
  )
}

interface CandidateProps {
  readonly customerId: string
  readonly onSame: () => void
}

function Candidate({ customerId, onSame }: CandidateProps) {
  const words = useWords().frame.sync
  const view = useLive('customer', customerId)
  const customer = view?.customer
  const about = [
    customer?.code,
    customer?.phone === undefined ? undefined : masked(customer.phone),
    customer?.city,
  ]
  return (
    <li className={classes['itemHead']}>
      <Anchor component="button" size="sm" onClick={() => go({ at: 'customer', customerId })}>
        {customer?.name ?? words.candidate}
      </Anchor>
      <span>{about.filter((part) => part !== undefined).join(' · ')}</span>
      <Button variant="default" size="compact-sm" ml="auto" onClick={onSame}>
        {words.same}
      </Button>
    </li>
  )
}
