import { useState } from 'react'
import { Button } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { DraftEditor } from '#renderer/screens/releases/DraftEditor.tsx'
import { draftFrom, readDraft, type ReleaseDraft } from '#renderer/screens/releases/release-draft.ts'
import classes from '#renderer/screens/releases/releases.module.css'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { useDraft } from '#renderer/work/useDraft.ts'
import { useWords } from '#renderer/words/words.ts'

/** The next release, kept as a draft on this PC until headquarters has it. */
export function DraftTab({ onPublished }: { readonly onPublished: () => void }) {
  const { work, common } = useWords()
  const stored = useDraft<ReleaseDraft>('release', readDraft)
  const releases = useLive('releases')
  const last = useLive('release', releases?.[0]?.releaseId ?? '')
  const [written, setWritten] = useState<ReleaseDraft | null>()
  const [thrown, setThrown] = useState<ReleaseDraft>()
  const draft = written === undefined ? stored.left : (written ?? undefined)
  function write(next: ReleaseDraft | null): void {
    setWritten(next)
    if (next === null) stored.drop()
    else stored.keep(next)
  }
  if (!stored.ready || releases === undefined || last === undefined)
    return <LoadingRows rows={8} label={common.loading} />
  const before: readonly OfferingDraft[] = last?.offerings ?? []
  if (draft === undefined)
    return (
      <EmptyState
        icon={IconRocket}
        title={thrown === undefined ? work.releases.noDraft : work.releases.discarded}
        text={work.releases.noDraftHint}
        action={
          <div className={classes['row']}>
            {thrown === undefined ? null : (
              <Button onClick={() => write(thrown)}>{work.releases.undo}</Button>
            )}
            {last === null ? null : (
              <Button
                variant={thrown === undefined ? 'filled' : 'default'}
                onClick={() => write(draftFrom(before))}
              >
                {work.releases.startFromLast(last.release.version ?? '')}
              </Button>
            )}
            <Button variant="default" onClick={() => write(draftFrom([]))}>
              {work.releases.startEmpty}
            </Button>
          </div>
        }
      />
    )
  return (
    <DraftEditor
      draft={draft}
      before={before}
      versions={releases.map(({ version }) => version ?? '')}
      onWrite={write}
      onDiscard={() => {
        setThrown(draft)
        write(null)
      }}
      onPublished={() => {
        setThrown(undefined)
        write(null)
        onPublished()
      }}
    />
  )
}
