/** The thirteen ways in which a customer and the operator meet. */
export const channels = [
  'walk_in',
  'call_in',
  'call_out',
  'video',
  'pstn',
  'sms',
  'email',
  'letter',
  'fax',
  'web',
  'payment_point',
  'field_visit',
  'account_manager',
] as const
export type Channel = (typeof channels)[number]
