import { useState } from 'react'
import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import type { ReleaseDiff } from '#domain/catalogue/check-release.ts'
import {
  offeringOfRow,
  type ReleaseDraft,
  type Row,
  type RowFinding,
} from '#renderer/screens/releases/release-draft.ts'
import classes from '#renderer/screens/releases/releases.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { RecordList } from '#renderer/ui/RecordList.tsx'
import { priceOf } from '#renderer/work/offering.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface DraftRowsProps {
  readonly draft: ReleaseDraft
  readonly diff: ReleaseDiff
  readonly findings: readonly RowFinding[]
  readonly onOpen: (key: string) => void
  readonly onAdd: () => void
}

/** The offerings of the draft: which are new, which changed, which need mending. */
export function DraftRows({ draft, diff, findings, onOpen, onAdd }: DraftRowsProps) {
  const words = useWords()
  const { releases } = words.work
  const format = useFormat()
  const language = useSettings((settings) => settings.language)
  const [text, setText] = useState('')
  const faulty = new Set(findings.map(({ key }) => key))
  const added = new Set(diff.added.map(({ code }) => code))
  const changed = new Set(diff.changed.map(({ after }) => after.code))
  const wanted = text.trim().toLowerCase()
  const rows = draft.rows.filter(({ code, name }) =>
    `${code} ${name.id} ${name.en}`.toLowerCase().includes(wanted),
  )
  const markOf = ({ code }: Row) =>
    added.has(code) ? releases.addedMark : changed.has(code) ? releases.changedMark : ''
  return (
    <div className={classes['rows']}>
      <div className={classes['row']}>
        <TextInput
          className={classes['notes']}
          aria-label={releases.filter}
          placeholder={releases.filter}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
          {releases.add}
        </Button>
      </div>
      <div className={classes['scroll']}>
        <RecordList
          label={releases.offerings}
          rows={rows}
          rowKey={({ key }) => key}
          onOpen={({ key }) => onOpen(key)}
          columns={[
            {
              key: 'fault',
              title: releases.fault.field,
              titleHidden: true,
              width: '18px',
              render: ({ key }) =>
                faulty.has(key) ? (
                  <IconAlertTriangle
                    className={classes['fault']}
                    size={16}
                    aria-label={releases.fault.field}
                  />
                ) : null,
            },
            { key: 'code', title: releases.fields.code, width: '128px', render: ({ code }) => code },
            {
              key: 'name',
              title: releases.fields.name,
              width: 'minmax(120px, 1fr)',
              render: ({ name }) => name[language],
            },
            {
              key: 'mark',
              title: releases.diff,
              titleHidden: true,
              width: '64px',
              render: (row) => <span className={classes['quiet']}>{markOf(row)}</span>,
            },
            {
              key: 'price',
              title: words.work.catalogue.price,
              width: '152px',
              align: 'end',
              render: (row) => priceOf(offeringOfRow(row), words, format),
            },
          ]}
        />
      </div>
    </div>
  )
}
