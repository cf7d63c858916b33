import type { Static } from 'typebox'
import { Value } from 'typebox/value'
import { ArticleDraft, noticeKinds } from '#domain/knowledge/article.ts'
import { instantOf, wallOf } from '#domain/reference/zone.ts'
import type { Reference, Zone } from '#domain/reference/reference.ts'
import { linesOf } from '#renderer/work/maintain/lines-of.ts'

/** An article or a notice as it is written, all of it texts: that is also its draft. Lists have a line break between. */
export const blankArticle = {
  kind: 'article',
  code: '',
  noticeKind: '',
  titleId: '',
  titleEn: '',
  bodyId: '',
  bodyEn: '',
  stepsId: '',
  stepsEn: '',
  tags: '',
  pinned: '',
  reasonCodes: '',
  centreIds: '',
  regions: '',
  /** On the clock of the centre where it is written: `2026-11-28T14:00`. */
  validFrom: '',
  validTo: '',
}
export type Written = typeof blankArticle

/** A published text as it is changed into the next edition. */
export function writtenFrom(article: Reference, zone: Zone): Written {
  const { title, body, steps = [], tags = [], validFrom, validTo } = article
  return {
    kind: article.kind === 'notice' ? 'notice' : 'article',
    code: article.code,
    noticeKind: article.noticeKind ?? '',
    titleId: title?.id ?? '',
    titleEn: title?.en ?? '',
    bodyId: body?.id ?? '',
    bodyEn: body?.en ?? '',
    stepsId: steps.map((step) => step.id).join('\n'),
    stepsEn: steps.map((step) => step.en).join('\n'),
    tags: tags.join('\n'),
    pinned: article.pinned === true ? 'yes' : '',
    reasonCodes: (article.reasonCodes ?? []).join('\n'),
    centreIds: (article.centreIds ?? []).join('\n'),
    regions: (article.regions ?? []).join('\n'),
    validFrom: validFrom === undefined ? '' : wallOf(validFrom, zone),
    validTo: validTo === undefined ? '' : wallOf(validTo, zone),
  }
}

export type ArticleFault = 'code' | 'title' | 'body' | 'steps' | 'noticeKind' | 'times' | 'too_long'

/** What a step says of it, and what is still missing. */
export function articleFrom(
  written: Written,
  zone: Zone,
): { readonly article: Static<typeof ArticleDraft>; readonly faults: readonly ArticleFault[] } {
  const [stepsId, stepsEn] = [linesOf(written.stepsId), linesOf(written.stepsEn)]
  const [from, to] = [instantIn(written.validFrom, zone), instantIn(written.validTo, zone)]
  const noticeKind = noticeKinds.find((each) => each === written.noticeKind)
  const isNotice = written.kind === 'notice'
  const article = {
    kind: isNotice ? ('notice' as const) : ('article' as const),
    code: written.code.trim().toUpperCase(),
    title: both(written.titleId, written.titleEn),
    body: both(written.bodyId, written.bodyEn),
    steps: stepsId.map((id, place) => ({ id, en: stepsEn[place] ?? '' })),
    tags: linesOf(written.tags),
    pinned: written.pinned !== '',
    reasonCodes: linesOf(written.reasonCodes),
    centreIds: linesOf(written.centreIds),
    regions: linesOf(written.regions),
    ...(isNotice && noticeKind !== undefined ? { noticeKind } : {}),
    ...(from === undefined ? {} : { validFrom: from }),
    ...(to === undefined ? {} : { validTo: to }),
  }
  const wrong: Readonly<Record<Exclude<ArticleFault, 'too_long'>, boolean>> = {
    code: !Value.Check(ArticleDraft.properties.code, article.code),
    title: isHalf(article.title),
    body: isHalf(article.body),
    steps: stepsId.length !== stepsEn.length,
    noticeKind: isNotice && noticeKind === undefined,
    times: from !== undefined && to !== undefined && to <= from,
  }
  const faults = (Object.keys(wrong) as (keyof typeof wrong)[]).filter((fault) => wrong[fault])
  return { article, faults: faults.length > 0 || Value.Check(ArticleDraft, article) ? faults : ['too_long'] }
}

/** `Date.parse` takes more for a date than a field gives. */
function instantIn(local: string, zone: Zone): number | undefined {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? instantOf(local, zone) : undefined
}

const both = (id: string, en: string) => ({ id: id.trim(), en: en.trim() })
const isHalf = ({ id, en }: { readonly id: string; readonly en: string }) => id === '' || en === ''
