import { Checkbox, MultiSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { noticeKinds } from '#domain/knowledge/article.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { linesOf, type ArticleFault, type Written } from '#renderer/screens/knowledge/article-filled.ts'
import { useSettings } from '#renderer/stores/settings.ts'
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
  const text = (field: keyof Written, most: number) => ({
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
      <Where written={written} onChange={onChange} />
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

/** The reasons that it stands on, and the centres where it holds: everywhere when nothing is chosen. */
function Where({ written, onChange }: Pick<ArticleFieldsProps, 'written' | 'onChange'>) {
  const { knowledge } = useWords()
  const { field, everywhere, noReason } = knowledge.maintain
  const language = useSettings((now) => now.language)
  const reasons = useLive('reasons') ?? []
  const centres = useLive('centres') ?? []
  const regions = [...new Set(centres.flatMap(({ region }) => region ?? []))].toSorted()
  const many = (name: 'reasonCodes' | 'centreIds' | 'regions') => ({
    searchable: true,
    clearable: true,
    label: field[name],
    value: linesOf(written[name]),
    onChange: (chosen: string[]) => onChange({ [name]: chosen.join('\n') }),
  })
  return (
    <>
      <MultiSelect
        {...many('reasonCodes')}
        placeholder={written.reasonCodes === '' ? noReason : undefined}
        data={reasons.map(({ code, label }) => ({ value: code, label: label?.[language] ?? code }))}
      />
      <MultiSelect
        {...many('regions')}
        placeholder={written.regions === '' ? everywhere : undefined}
        data={regions}
      />
      <MultiSelect
        {...many('centreIds')}
        placeholder={written.centreIds === '' ? everywhere : undefined}
        data={centres.map(({ code, name }) => ({ value: code, label: name ?? code }))}
      />
    </>
  )
}
