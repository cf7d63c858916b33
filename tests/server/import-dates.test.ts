import { expect, it } from 'vitest'
import { instantIn, readDay, readTime } from '#sync-server/hq/import/date-format.ts'

it.each([
  ['23-11-2026', ['dd-MM-yyyy'], '2026-11-23'],
  ['22-Apr-15', ['dd-MMM-yy'], '2015-04-22'],
  ['5-Agu-69', ['d-MMM-yy'], '2069-08-05'],
  ['05-Mei-70', ['dd-MMM-yy'], '1970-05-05'],
  ['1/2/2026', ['M/d/yyyy'], '2026-01-02'],
  ['29-02-2024', ['dd-MM-yyyy'], '2024-02-29'],
  // The first format that fits counts, so their order decides.
  ['04-08-2015', ['MM-dd-yyyy', 'dd-MM-yyyy'], '2015-04-08'],
  ['22-04-2015', ['MM-dd-yyyy', 'dd-MM-yyyy'], '2015-04-22'],
])('reads the day %s by %s', (written, formats, day) => {
  expect(readDay(written, formats)).toBe(day)
})

it.each(['31-02-2026', '29-02-2023', '00-01-2026', '1-1-2026', '2026-01-01', '', '22-Foo-2015'])(
  'takes “%s” for no day',
  (written) => {
    expect(readDay(written, ['dd-MM-yyyy', 'dd-MMM-yyyy'])).toBeUndefined()
  },
)

it.each([
  ['03:53:50 PM', '15:53:50'],
  ['12:00:01 AM', '00:00:01'],
  ['12:30:00 pm', '12:30:00'],
  ['23:59', '23:59:00'],
  ['13:00:00 PM', undefined],
  ['24:00', undefined],
])('reads the time %s', (written, time) => {
  expect(readTime(written, ['hh:mm:ss a', 'HH:mm'])).toBe(time)
})

it('knows the instant of a clock in a zone, in summer and in winter', () => {
  expect(instantIn('Asia/Makassar', '2026-11-23', '08:00:00')).toBe(Date.UTC(2026, 10, 23, 0))
  expect(instantIn('America/New_York', '2015-06-01', '12:00:00')).toBe(Date.UTC(2015, 5, 1, 16))
  expect(instantIn('America/New_York', '2015-01-01', '12:00:00')).toBe(Date.UTC(2015, 0, 1, 17))
})
