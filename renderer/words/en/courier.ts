import type { courier as source } from '#renderer/words/id/courier.ts'
import { plural } from '#renderer/words/en/plural.ts'

export const courier = {
  title: 'Courier',
  text: 'Without a connection, work can be taken to headquarters as an encrypted file.',
  export: 'Export work',
  import: 'Import answer',
  last: (what: string) => `Last: ${what}.`,
  exported: (count: string, when: string) => `${plural(count, 'piece')} of work, ${when}`,
  stays: 'It stays saved on this PC until the answer is imported.',
  imported: (answered: string, changes: string, when: string) =>
    `${plural(answered, 'piece')} of work answered, ${plural(changes, 'record')} received, ${when}`,
  agreed: (when: string) => `The data on this PC agrees with headquarters as of ${when}.`,
  overtaken: 'The connection has already brought newer data; only the answers were taken from the file.',
  differs:
    'The data on this PC does not agree with headquarters yet. Export again; headquarters will send everything.',
} satisfies typeof source
