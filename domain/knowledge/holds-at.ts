import type { Reference } from '#domain/reference/reference.ts'

/** Where and when a desk is. */
interface Here {
  readonly now: number
  readonly centreId: string
  readonly region?: string | undefined
}

type Holding = Pick<Reference, 'active' | 'validFrom' | 'validTo' | 'centreIds' | 'regions'>

/** Whether an article or a notice holds here and now. */
export function holdsAt(article: Holding, { now, centreId, region }: Here): boolean {
  const { active, validFrom = 0, validTo = Infinity, centreIds = [], regions = [] } = article
  const isEverywhere = centreIds.length === 0 && regions.length === 0
  const isHere =
    isEverywhere || centreIds.includes(centreId) || (region !== undefined && regions.includes(region))
  return active && validFrom <= now && now < validTo && isHere
}
