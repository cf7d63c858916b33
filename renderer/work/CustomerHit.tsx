import { masked } from '#domain/customer/msisdn.ts'
import type { SearchHit } from '#renderer/data/contract.ts'
import classes from '#renderer/work/hit.module.css'
import { ProvenanceMark } from '#renderer/work/ProvenanceMark.tsx'
import { TierBadge } from '#renderer/work/TierBadge.tsx'

/** A customer among others: enough to tell them apart, numbers masked. */
export function CustomerHit({ hit }: { readonly hit: Extract<SearchHit, { kind: 'customer' }> }) {
  const numbers = hit.msisdns.length > 0 ? hit.msisdns : [hit.phone ?? '']
  return (
    <>
      <span className={classes['name']}>
        <b>{hit.name}</b> <TierBadge tier={hit.valueTier} />
        {hit.provenance === 'verified' ? null : <ProvenanceMark provenance={hit.provenance} />}
      </span>
      <span className={classes['quiet']}>{hit.code}</span>
      <span className={classes['numbers']}>
        {numbers
          .filter((number) => number !== '')
          .slice(0, 2)
          .map((number) => masked(number))
          .join(' · ')}
        {numbers.length > 2 ? ` +${numbers.length - 2}` : ''}
      </span>
      <span className={classes['quiet']}>{hit.city}</span>
    </>
  )
}
