import { Anchor } from '@mantine/core'
import { IconBook } from '@tabler/icons-react'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/contact/contact.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { go } from '#renderer/stores/workspace.ts'
import { NoticeNote } from '#renderer/work/knowledge/NoticeNote.tsx'
import { useWords } from '#renderer/words/words.ts'

/** More would push the form out of sight; the rest is found in the knowledge. */
const most = 3

/** What headquarters tells about this reason now: outages and promotions, and what to read. */
export function ReasonNotes({ reasonCode }: { readonly reasonCode: string | undefined }) {
  const { knowledge } = useWords()
  const language = useSettings((now) => now.language)
  const found = useLive('noticesFor', reasonCode ?? '')
  if (reasonCode === undefined || found === undefined || found.length === 0) return null
  const shown = found.slice(0, most)
  return (
    <div className={classes['notes']}>
      {shown.map((each) =>
        each.kind === 'notice' ? (
          <NoticeNote key={each.id} notice={each} />
        ) : (
          <Anchor
            key={each.id}
            className={classes['read']}
            component="button"
            type="button"
            aria-label={knowledge.read(each.title?.[language] ?? '')}
            onClick={() => go({ at: 'knowledge', articleId: each.id })}
          >
            <IconBook size={14} aria-hidden />
            {each.title?.[language]}
          </Anchor>
        ),
      )}
    </div>
  )
}
