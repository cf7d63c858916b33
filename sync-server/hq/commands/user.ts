import { readFileSync } from 'node:fs'
import type { Reference } from '#domain/reference/reference.ts'
import { roles } from '#domain/staff/roles.ts'
import { hashPassword } from '#sync-server/auth/passwords.ts'
import type { Clock } from '#sync-server/clock.ts'
import { oneOfWords, readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { tableOf } from '#sync-server/hq/output/table.ts'
import { storeReference } from '#sync-server/hq/store-reference.ts'
import { credentialOf, setCredential } from '#sync-server/storage/credentials.ts'
import { peopleOf } from '#sync-server/storage/hq-people.ts'
import type { Sql } from '#sync-server/storage/database.ts'
import { centreOf } from '#sync-server/storage/people.ts'

export const addUser: Command = {
  words: 'user add',
  usage:
    '<username> --name <name> --role agent|branch|supervisor|admin --centre <code> [--password-file <file>]',
  says: 'Somebody who may sign in at a centre’s desks. Without a password file a password is made and shown once.',
  run: async (args, desk) => {
    const options = { name: 'string', role: 'string', centre: 'string', 'password-file': 'string' } as const
    const read = readArguments(args, options, ['username'])
    const username = (read.positionals[0] ?? '').toLowerCase()
    if (!/^[a-z0-9][a-z0-9._-]{1,31}$/.test(username))
      throw new HqFault(
        `“${username}” is no user name; write 2 to 32 letters, digits, dots, hyphens or underscores.`,
      )
    const name = read.needed('name')
    const role = oneOfWords(read.needed('role'), roles, '--role')
    const centreId = read.needed('centre').toUpperCase()
    const file = read.text('password-file')
    const password = file === undefined ? newPassword(desk.clock) : passwordIn(file)
    const passwordHash = await hashPassword(password)
    const database = await desk.database()
    const staffId = desk.clock.newId()
    await database.transaction(async (tx) => {
      if ((await centreOf(tx, centreId)) === undefined) throw new HqFault(`There is no centre ${centreId}.`)
      if ((await credentialOf(tx, username)) !== undefined)
        throw new HqFault(`The user name ${username} is taken.`)
      await setCredential(tx, { staffId, username, passwordHash })
      const record = {
        id: `staff:${staffId}`,
        rev: 0,
        kind: 'staff' as const,
        code: username,
        name,
        active: true,
        staffId,
        role,
        centreId,
      }
      await storeReference(tx, desk.clock, record)
    })
    desk.out(`${username} may sign in at ${role === 'admin' ? 'every desk' : `the desks of ${centreId}`}.`)
    if (file === undefined) desk.out(`Password, shown only now: ${password}`)
    return allDone
  },
}

export const listUsers: Command = {
  words: 'user list',
  usage: '',
  says: 'Everybody, also those who may no longer sign in.',
  run: async (args, desk) => {
    readArguments(args, {})
    const people = await peopleOf(await desk.database())
    const rows = people.map(({ code, name, role, centreId, active }) => [
      code,
      name ?? '',
      role ?? '',
      centreId ?? '',
      active ? 'yes' : 'no',
    ])
    for (const line of tableOf(['username', 'name', 'role', 'centre', 'active'], rows)) desk.out(line)
    return allDone
  },
}

export const deactivateUser: Command = {
  words: 'user deactivate',
  usage: '<username>',
  says: 'Ends somebody’s access at once; what they did stays.',
  run: async (args, desk) => {
    const username = readArguments(args, {}, ['username']).positionals[0] ?? ''
    const database = await desk.database()
    await database.transaction(async (tx) => {
      await storeReference(tx, desk.clock, { ...(await activePerson(tx, username)), active: false })
    })
    desk.out(`${username} may no longer sign in.`)
    return allDone
  },
}

export const setSkills: Command = {
  words: 'user skills',
  usage: '<username> --skills <code,code|none>',
  says: 'What somebody is good at: reasons that ask for a skill name colleagues who have it.',
  run: async (args, desk) => {
    const read = readArguments(args, { skills: 'string' }, ['username'])
    const named = read.needed('skills')
    const skills = named === 'none' ? [] : named.split(',').map((skill) => skill.trim())
    const username = read.positionals[0] ?? ''
    const database = await desk.database()
    await database.transaction(async (tx) => {
      await storeReference(tx, desk.clock, { ...(await activePerson(tx, username)), skills })
    })
    desk.out(`${username}: ${skills.length === 0 ? 'no skills' : skills.join(', ')}.`)
    return allDone
  },
}

async function activePerson(tx: Sql, username: string): Promise<Reference> {
  const people = await peopleOf(tx)
  const person = people.find(({ code, active }) => active && code === username.toLowerCase())
  if (person === undefined) throw new HqFault(`There is no active user ${username}.`)
  return person
}

/** Letters and digits that nobody misreads: 60 random bits, as `k7mq-x2fd-9hzt`. */
function newPassword(clock: Clock): string {
  const drawn = [...clock.random(12)].map((byte) => '23456789abcdefghjkmnpqrstuvwxyzw'[byte % 32]).join('')
  return `${drawn.slice(0, 4)}-${drawn.slice(4, 8)}-${drawn.slice(8)}`
}

function passwordIn(file: string): string {
  const password = firstLine(file)
  if (password.length < 8 || password.length > 200)
    throw new HqFault(`The password in ${file} has ${password.length} characters; 8 to 200 are allowed.`)
  return password
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[0] ?? ''
  } catch {
    throw new HqFault(`${file} cannot be read.`)
  }
}
