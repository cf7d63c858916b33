import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ReleaseDiff } from '#domain/catalogue/check-release.ts'
import { Changes } from '#renderer/screens/releases/Changes.tsx'
import { faultWords } from '#renderer/screens/releases/fault-words.ts'
import type { Row, RowFinding } from '#renderer/screens/releases/release-draft.ts'
import classes from '#renderer/screens/releases/releases.module.css'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface OverviewProps {
  readonly findings: readonly RowFinding[]
  readonly rows: readonly Row[]
  readonly diff: ReleaseDiff
  readonly onJump: (finding: RowFinding) => void
}

/** What is to mend, with the way to it, and what the release changes. */
export function Overview({ findings, rows, diff, onJump }: OverviewProps) {
  const words = useWords()
  const { releases } = words.work
  const format = useFormat()
  const codeOf = (key: string | undefined) => rows.find((row) => row.key === key)?.code
  return (
    <div className={classes['overview']}>
      <SectionTitle aside={findings.length === 0 ? <IconCheck size={16} aria-hidden /> : null}>
        {findings.length === 0 ? releases.sound : releases.findings(format.count(findings.length))}
      </SectionTitle>
      <ul className={classes['findings']}>
        {findings.map((finding) => (
          <li key={`${finding.key ?? ''}${finding.fault}`}>
            <UnstyledButton className={classes['finding']} onClick={() => onJump(finding)}>
              <IconAlertTriangle className={classes['fault']} size={16} aria-hidden />
              <span>
                {faultWords(words, finding.fault)}
                {finding.key === undefined ? null : <small>{codeOf(finding.key)}</small>}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Changes diff={diff} />
    </div>
  )
}
