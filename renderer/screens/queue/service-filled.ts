import type { Static } from 'typebox'
import { Value } from 'typebox/value'
import { mostHeadStart, ServiceDraft } from '#domain/queue/service.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { linesOf } from '#renderer/work/maintain/lines-of.ts'

/** A service of the queue as it is written, all of it texts: that is also its draft. Lists have a line break between. */
export const blankService = {
  code: '',
  labelId: '',
  labelEn: '',
  prefix: '',
  place: '',
  headStart: '',
  active: 'yes',
  centreIds: '',
  regions: '',
}
export type Written = typeof blankService

export function writtenFrom({ code, label, prefix = '', ...service }: Reference): Written {
  const { place = 0, headStart = 0, active, centreIds = [], regions = [] } = service
  return {
    code,
    labelId: label?.id ?? '',
    labelEn: label?.en ?? '',
    prefix,
    place: place === 0 ? '' : String(place),
    headStart: headStart === 0 ? '' : String(headStart),
    active: active ? 'yes' : '',
    centreIds: centreIds.join('\n'),
    regions: regions.join('\n'),
  }
}

export type ServiceFault = 'code' | 'taken' | 'label' | 'prefix' | 'letterTaken' | 'place' | 'headStart'

/** What a step says of it, and what is still missing. `others`: the services beside it, which have their own letters. */
export function serviceFrom(
  written: Written,
  others: readonly Reference[],
): { readonly service: Static<typeof ServiceDraft>; readonly faults: readonly ServiceFault[] } {
  const label = { id: written.labelId.trim(), en: written.labelEn.trim() }
  const service = {
    code: written.code.trim().toUpperCase(),
    label,
    prefix: written.prefix.trim().toUpperCase(),
    place: wholeIn(written.place),
    headStart: wholeIn(written.headStart),
    active: written.active !== '',
    centreIds: linesOf(written.centreIds),
    regions: linesOf(written.regions),
  }
  const { properties } = ServiceDraft
  const wrong: Readonly<Record<ServiceFault, boolean>> = {
    code: !Value.Check(properties.code, service.code),
    taken: others.some(({ code }) => code === service.code),
    label: !Value.Check(properties.label, label),
    prefix: !Value.Check(properties.prefix, service.prefix),
    // Two services with one letter would call one number for two visitors' ears.
    letterTaken: service.active && others.some(({ active, prefix }) => active && prefix === service.prefix),
    place: !Value.Check(properties.place, service.place),
    headStart: !(service.headStart <= mostHeadStart),
  }
  const faults = (Object.keys(wrong) as ServiceFault[]).filter((fault) => wrong[fault])
  return { service, faults }
}

/** Nothing is zero; what is no number fails every check. */
function wholeIn(text: string): number {
  return /^\d*$/.test(text.trim()) ? Number(text) : Number.NaN
}
