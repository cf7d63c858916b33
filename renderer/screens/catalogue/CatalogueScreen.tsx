import { useMemo, useState } from 'react'
import { IconBook2 } from '@tabler/icons-react'
import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/catalogue/catalogue.module.css'
import { Compare } from '#renderer/screens/catalogue/Compare.tsx'
import { Filters } from '#renderer/screens/catalogue/Filters.tsx'
import { noFilter, passing } from '#renderer/screens/catalogue/filter.ts'
import { OfferingList } from '#renderer/screens/catalogue/OfferingList.tsx'
import { OfferingText } from '#renderer/screens/catalogue/OfferingText.tsx'
import { ReleaseBadge } from '#renderer/screens/catalogue/ReleaseBadge.tsx'
import { useSettings } from '#renderer/stores/settings.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { offeringOf } from '#renderer/work/offering.ts'
import screen from '#renderer/work/screen.module.css'
import { useWords } from '#renderer/words/words.ts'

const mostCompared = 3

/** What may be sold now, by the release that this centre has. */
export function CatalogueScreen() {
  const { work, common } = useWords()
  const view = useLive('catalogue')
  const [filter, setFilter] = useState(noFilter)
  const [openCode, setOpenCode] = useState<string>()
  const [compared, setCompared] = useState<readonly string[]>([])
  const offerings = useMemo(
    () => (view?.offerings ?? []).map(offeringOf).filter((one): one is OfferingDraft => one !== undefined),
    [view],
  )
  const language = useSettings((settings) => settings.language)
  const rows = useMemo(() => passing(offerings, filter, language), [offerings, filter, language])
  const open = rows.find(({ code }) => code === openCode) ?? rows[0]
  const picked = offerings.filter(({ code }) => compared.includes(code))
  function pick(code: string): void {
    setCompared(
      compared.includes(code)
        ? compared.filter((one) => one !== code)
        : [...compared, code].slice(0, mostCompared),
    )
  }
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{work.catalogue.title}</h1>
        {view === undefined ? null : <ReleaseBadge view={view} />}
      </div>
      {view?.refusedReleaseId === undefined ? null : (
        <ErrorNote title={work.catalogue.refused(view.refusedReleaseId)}>
          {work.catalogue.refusedHint}
        </ErrorNote>
      )}
      <Filters filter={filter} onChange={setFilter} count={rows.length} />
      {view === undefined ? <LoadingRows rows={10} label={common.loading} /> : null}
      {view !== undefined && offerings.length === 0 ? (
        <EmptyState icon={IconBook2} title={work.catalogue.none} text={work.catalogue.noneHint} />
      ) : null}
      {offerings.length > 0 && rows.length === 0 ? (
        <EmptyState title={work.catalogue.noMatch} text={work.catalogue.noMatchHint} />
      ) : null}
      {rows.length > 0 ? (
        <div className={classes['body']}>
          <OfferingList
            rows={rows}
            compared={compared}
            full={compared.length >= mostCompared}
            onPick={pick}
            onActive={setOpenCode}
          />
          {open === undefined ? null : <OfferingText key={open.code} offering={open} />}
        </div>
      ) : null}
      {picked.length > 0 ? <Compare offerings={picked} onClear={() => setCompared([])} /> : null}
    </div>
  )
}
