import type { knowledge as source } from '#renderer/words/id/knowledge.ts'
import { plural } from '#renderer/words/en/plural.ts'

export const knowledge: typeof source = {
  title: 'Knowledge',
  field: 'Search the knowledge',
  placeholder: 'Words of a title, a text or a step',
  list: 'Articles and notices',
  searched: (count, asOf) =>
    `Looked in ${plural(count, 'article or notice', 'articles and notices')}, as of ${asOf}`,
  searchedHere: (count) =>
    `Looked in ${plural(count, 'article or notice', 'articles and notices')} on this PC`,
  nothing: 'No article holds all of these words.',
  nothingHint: 'Try fewer words or another name. This search works without a line too.',
  none: 'There are no articles on this PC yet.',
  noneHint: 'Headquarters publishes articles and notices; they arrive with the synchronisation.',
  notice: { outage: 'Outage', promotion: 'Promotion' },
  pinned: 'Pinned',
  steps: 'Steps',
  edition: (edition, time) => `Edition ${edition}, published ${time}`,
  until: (time) => `Holds until ${time}`,
  from: (time) => `Holds since ${time}`,
  retired: 'Headquarters has retired this article. Do not use it any more.',
  missing: 'This article is not on this PC.',
  now: 'Now',
  read: (title) => `Read: ${title}`,
}
