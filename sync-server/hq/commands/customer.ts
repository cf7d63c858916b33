import { readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { idsByCode } from '#sync-server/storage/hq-customers.ts'
import { centreOf } from '#sync-server/storage/people.ts'
import { moveCustomer } from '#sync-server/sync/move-customer.ts'

export const moveCustomerTo: Command = {
  words: 'customer move',
  usage: '<code> --to <centre>',
  says: 'A customer with lines, tickets and the contacts of 12 months goes to another centre. Nothing is deleted.',
  run: async (args, desk) => {
    const read = readArguments(args, { to: 'string' }, ['code'])
    const code = read.positionals[0] ?? ''
    const toCentreId = read.needed('to').toUpperCase()
    const database = await desk.database()
    if ((await centreOf(database, toCentreId)) === undefined)
      throw new HqFault(`There is no centre ${toCentreId}.`)
    const [customerId, ...others] = await idsByCode(database, code)
    if (customerId === undefined) throw new HqFault(`There is no customer ${code}.`)
    if (others.length > 0) throw new HqFault(`The code ${code} is not one customer’s alone.`)
    const problem = await moveCustomer(database, desk.clock, { customerId, toCentreId })
    if (problem === 'already_linked')
      throw new HqFault(`${code} stands for another customer; move that one, and this one goes with it.`)
    if (problem !== undefined) throw new HqFault(`${code} cannot be moved (${problem}).`)
    desk.out(`${code} belongs to ${toCentreId}; desks hear of it with their next contact.`)
    return allDone
  },
}
