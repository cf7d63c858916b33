import type { maintain as source } from '#renderer/words/id/maintain.ts'

export const maintain: typeof source = {
  publishAsk: (title) => `“${title}” reaches every centre with its next contact.`,
  publishDo: 'Publish',
  published: 'Published',
  kept: 'Kept on this PC until it is published.',
  needsLine: 'Publishing and retiring need a connection to headquarters. Your text is kept on this PC.',
  discard: 'Discard the changes',
  everywhere: 'Everywhere',
  centreIds: 'Centres',
  regions: 'Regions',
}
