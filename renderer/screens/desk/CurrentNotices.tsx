import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/desk/desk.module.css'
import { NoticeNote } from '#renderer/work/knowledge/NoticeNote.tsx'

const most = 3

/** Outages and promotions that hold at this centre now: what the next caller will ask. */
export function CurrentNotices() {
  const notices = useLive('noticesFor', '')
  if (notices === undefined || notices.length === 0) return null
  return (
    <div className={classes['notices']}>
      {notices.slice(0, most).map((notice) => (
        <NoticeNote key={notice.id} notice={notice} />
      ))}
    </div>
  )
}
