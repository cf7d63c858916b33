import { expect, test } from 'vitest'
import { readSettings } from '#sync-server/settings.ts'

test('without any setting headquarters runs on this machine with the embedded database', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 8750,
    databaseUrl: undefined,
    web: undefined,
    log: 'info',
  })
})

test.each([
  ['LOKET_PORT', '99999', 'whole number from 0 to 65535'],
  ['LOKET_PORT', '80a', 'whole number'],
  ['LOKET_ACCESS_MINUTES', '0', 'from 1 to'],
  ['DATABASE_URL', 'mysql://localhost/loket', 'postgres://'],
  ['LOKET_WEB', '/nowhere', 'build the console first'],
  ['LOKET_LOG', 'loud', 'info, warn or silent'],
])('a wrong %s (%s) is answered with how to mend it', (name, value, hint) => {
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} .*${hint}`))
})

test('an address with a password is not repeated', () => {
  expect(() => readSettings({ DATABASE_URL: 'postgres//u:geheim@host/x' })).toThrow(
    /^(?!.*geheim).*DATABASE_URL/,
  )
})
