import { Anchor } from '@mantine/core'
import { IconAntennaBarsOff, IconDiscount, IconPin, type Icon } from '@tabler/icons-react'
import type { Reference } from '#domain/reference/reference.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { go } from '#renderer/stores/workspace.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import classes from '#renderer/work/knowledge/notice.module.css'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

const icons: Readonly<Record<'outage' | 'promotion', Icon>> = {
  outage: IconAntennaBarsOff,
  promotion: IconDiscount,
}

/** What holds now, in one line that leads to the rest. */
export function NoticeNote({ notice }: { readonly notice: Reference }) {
  const { knowledge } = useWords()
  const format = useFormat()
  const language = useSettings((now) => now.language)
  const { noticeKind, validTo, title } = notice
  return (
    <ErrorNote
      tone={noticeKind === 'outage' ? 'attention' : 'calm'}
      icon={noticeKind === undefined ? IconPin : icons[noticeKind]}
    >
      {noticeKind === undefined ? '' : `${knowledge.notice[noticeKind]}: `}
      <Anchor
        component="button"
        type="button"
        inherit
        className={classes['link']}
        onClick={() => go({ at: 'knowledge', articleId: notice.id })}
      >
        {title?.[language]}
      </Anchor>
      {validTo === undefined ? '' : ` · ${knowledge.until(format.dateTime(validTo))}`}
    </ErrorNote>
  )
}
