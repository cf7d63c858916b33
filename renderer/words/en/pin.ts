import type { pin as source } from '#renderer/words/id/pin.ts'

export const pin = {
  section: 'PIN for unlocking',
  hint: (hours: string) =>
    `Six digits, for you alone on this PC. They count until the application is closed, ${hours} hours at most. After five that do not fit only the password unlocks.`,
  make: 'Make a PIN…',
  isSet: 'Your PIN is on. The lock screen asks for it.',
  drop: 'Remove the PIN',
  dropped: 'The PIN is removed',
  made: 'The PIN is on',
  password: 'Your password',
  digits: 'New PIN',
  again: 'The PIN once more',
  differs: 'The two are not the same yet.',
  submit: 'Save the PIN',
  field: 'PIN',
  digit: (place: string) => `Digit ${place} of the PIN`,
  left: (count: string) => `${count} more tries; then use the password.`,
  usePassword: 'Use the password',
} satisfies typeof source
