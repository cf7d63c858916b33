import type { practice as source } from '#renderer/words/id/practice.ts'

export const practice = {
  label: 'Practice mode',
  windowTitle: 'PRACTICE – Loket',
  title: 'PRACTICE',
  text: 'All data are made up. Nothing is sent to headquarters.',
  password: 'Password to unlock: latihan',
  leave: 'Leave practice',
  pill: 'Practice, not sent',
  numbers:
    'Made-up numbers to try: 0817 0000 1005 (one customer), 0817 0000 1000 (two customers), 0817 0000 9999 (unknown).',
  enter: 'Start practising',
  section: 'Practice',
  hint: 'Practise with made-up customers: take calls, record contacts, open tickets. Your real work stays whole and untouched; what you do in practice is gone once you leave.',
  busy: 'End the running contact first.',
  inside: 'You are practising. When you leave, the console asks for your own password again.',
  signIn: 'Practise with made-up data',
} satisfies typeof source
