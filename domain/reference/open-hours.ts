import { Type, type Static } from 'typebox'
import { day } from '#domain/fields.ts'

const clock = () => Type.String({ maxLength: 5, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' })

/** Opening hours on one weekday, Monday is 1; a day with a break has two of them. By the clock of the centre. */
export const OpenHours = Type.Object({
  weekday: Type.Integer({ minimum: 1, maximum: 7 }),
  from: clock(),
  to: clock(),
})
export type OpenHours = Static<typeof OpenHours>

export const holidays = () => Type.Array(day(), { maxItems: 400 })
