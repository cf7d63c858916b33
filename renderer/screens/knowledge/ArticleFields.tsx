import { Checkbox, MultiSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { noticeKinds } from '#domain/knowledge/article.ts'
import { useLive } from '#renderer/data/useLive.ts'
import type { ArticleFault, Written } from '#renderer/screens/knowledge/article-filled.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { linesOf } from '#renderer/work/maintain/lines-of.ts'
import { PlacesFields } from '#renderer/work/maintain/PlacesFields.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { useWords } from '#renderer/words/words.ts'

interface ArticleFieldsProps {
  readonly written: Written
  readonly isNew: boolean
  readonly faults: readonly (ArticleFault | 'taken')[]
  readonly onChange: (changes: Partial<Written>) => void
}

const kinds = ['article', 'notice'] as const

/** Both languages side by side, then where and when it holds. */
export function ArticleFields({ written, isNew, faults, onChange }: ArticleFieldsProps) {
  const { knowledge } = useWords()
  const { maintain: words, notice } = knowledge
  const wrong = (...any: readonly (ArticleFault | 'taken')[]) => {
    const fault = any.find((each) => faults.includes(each))
    return fault === undefined ? undefined : words.wrong[fault]
  }
  const text = (field: Exclude<keyof Written, 'centreIds' | 'regions'>, most: number) => ({
    id: `article-${field}`,
    label: words.field[field],
    value: written[field],
    maxLength: most,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  })
  return (
    <>
      {isNew ? (
        <SegmentedControl
          aria-label={words.field.kind}
          data={optionsOf(kinds, words.kind)}
          value={written.kind}
          onChange={(kind) => onChange({ kind })}
        />
      ) : null}
      {written.kind === 'notice' ? (
        <SegmentedControl
          aria-label={words.field.noticeKind}
          data={optionsOf(noticeKinds, notice)}
          value={written.noticeKind}
          onChange={(noticeKind) => onChange({ noticeKind })}
        />
      ) : null}
      {wrong('noticeKind', 'too_long') === undefined ? null : (
        <p role="alert">{wrong('noticeKind', 'too_long')}</p>
      )}
      <TextInput
        {...text('code', 32)}
        data-autofocus={isNew}
        description={words.codeHint}
        disabled={!isNew}
        error={wrong('code', 'taken')}
      />
      <TextInput {...text('titleId', 160)} error={wrong('title')} />
      <TextInput {...text('titleEn', 160)} />
      <Textarea {...text('bodyId', 6000)} autosize minRows={3} maxRows={12} error={wrong('body')} />
      <Textarea {...text('bodyEn', 6000)} autosize minRows={3} maxRows={12} />
      <Textarea
        {...text('stepsId', 6000)}
        description={words.stepsHint}
        autosize
        minRows={2}
        maxRows={10}
        error={wrong('steps')}
      />
      <Textarea {...text('stepsEn', 6000)} autosize minRows={2} maxRows={10} />
      <Reasons written={written} onChange={onChange} />
      <PlacesFields centreIds={written.centreIds} regions={written.regions} onChange={onChange} />
      <TextInput {...text('validFrom', 16)} type="datetime-local" description={words.timeHint} />
      <TextInput {...text('validTo', 16)} type="datetime-local" error={wrong('times')} />
      <Textarea {...text('tags', 900)} description={words.tagsHint} autosize minRows={1} maxRows={6} />
      <Checkbox
        label={words.field.pinned}
        checked={written.pinned !== ''}
        onChange={(event) => onChange({ pinned: event.currentTarget.checked ? 'yes' : '' })}
      />
    </>
  )
}

/** The reasons that it stands on. */
function Reasons({ written, onChange }: Pick<ArticleFieldsProps, 'written' | 'onChange'>) {
  const { field, noReason } = useWords().knowledge.maintain
  const language = useSettings((now) => now.language)
  const reasons = useLive('reasons') ?? []
  return (
    <MultiSelect
      searchable
      clearable
      label={field.reasonCodes}
      placeholder={written.reasonCodes === '' ? noReason : ''}
      data={reasons.map(({ code, label }) => ({ value: code, label: label?.[language] ?? code }))}
      value={linesOf(written.reasonCodes)}
      onChange={(chosen) => onChange({ reasonCodes: chosen.join('\n') })}
    />
  )
}
