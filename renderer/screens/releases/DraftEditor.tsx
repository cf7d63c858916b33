import { useMemo, useState } from 'react'
import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import { diffReleases } from '#domain/catalogue/check-release.ts'
import { DraftHead } from '#renderer/screens/releases/DraftHead.tsx'
import { DraftRows } from '#renderer/screens/releases/DraftRows.tsx'
import { OfferingForm } from '#renderer/screens/releases/OfferingForm.tsx'
import { Overview } from '#renderer/screens/releases/Overview.tsx'
import {
  blankRow,
  findingsOf,
  offeringOfRow,
  type ReleaseDraft,
  type Row,
  type RowFinding,
} from '#renderer/screens/releases/release-draft.ts'
import classes from '#renderer/screens/releases/releases.module.css'
import { useKeys } from '#renderer/stores/keys.ts'

interface DraftEditorProps {
  readonly draft: ReleaseDraft
  readonly before: readonly OfferingDraft[]
  readonly versions: readonly string[]
  readonly onWrite: (draft: ReleaseDraft) => void
  readonly onDiscard: () => void
  readonly onPublished: () => void
}

/** The table of offerings; beside it the one being written, or what is to mend and what changes. */
export function DraftEditor({ draft, before, versions, onWrite, onDiscard, onPublished }: DraftEditorProps) {
  const [openKey, setOpenKey] = useState<string>()
  const findings = useMemo(() => findingsOf(draft, versions), [draft, versions])
  const diff = useMemo(() => diffReleases(before, draft.rows.map(offeringOfRow)), [before, draft.rows])
  const open = draft.rows.find(({ key }) => key === openKey)
  useKeys({ back: open === undefined ? undefined : () => setOpenKey(undefined) })

  function writeRow(changed: Row): void {
    onWrite({ ...draft, rows: draft.rows.map((row) => (row.key === changed.key ? changed : row)) })
  }
  function add(): void {
    const key = `new-${crypto.randomUUID()}`
    onWrite({ ...draft, rows: [blankRow(key), ...draft.rows] })
    setOpenKey(key)
  }
  function jump(finding: RowFinding): void {
    if (finding.key !== undefined) setOpenKey(finding.key)
    else
      document
        .getElementById(finding.fault === 'effective' ? 'release-effective' : 'release-version')
        ?.focus()
  }
  return (
    <div className={classes['editor']}>
      <DraftHead
        draft={draft}
        findings={findings}
        onWrite={onWrite}
        onDiscard={onDiscard}
        onPublished={onPublished}
      />
      <div className={classes['body']}>
        <DraftRows draft={draft} diff={diff} findings={findings} onOpen={setOpenKey} onAdd={add} />
        {open === undefined ? (
          <Overview findings={findings} rows={draft.rows} diff={diff} onJump={jump} />
        ) : (
          <OfferingForm
            key={open.key}
            row={open}
            faults={findings.filter(({ key }) => key === open.key).map(({ fault }) => fault)}
            onWrite={writeRow}
            onRemove={() => onWrite({ ...draft, rows: draft.rows.filter(({ key }) => key !== open.key) })}
            onClose={() => setOpenKey(undefined)}
          />
        )}
      </div>
    </div>
  )
}
