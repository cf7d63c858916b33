import { useLive } from '#renderer/data/useLive.ts'
import { NoticeNote } from '#renderer/work/knowledge/NoticeNote.tsx'

const most = 3

/** Outages and promotions that hold at this centre now: what the next caller will ask. */
export function CurrentNotices() {
  const notices = useLive('noticesFor', '')
  if (notices === undefined) return null
  return notices.slice(0, most).map((notice) => <NoticeNote key={notice.id} notice={notice} />)
}
