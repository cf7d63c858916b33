import { failed, allDone, type Command, type Desk } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { addCentre, listCentres } from '#sync-server/hq/commands/centre.ts'
import { bundle, importWork } from '#sync-server/hq/commands/courier.ts'
import { demo } from '#sync-server/hq/commands/demo.ts'
import { moveCustomerTo } from '#sync-server/hq/commands/customer.ts'
import { createCode, listDevices, loseDevice, revokeDevice } from '#sync-server/hq/commands/device.ts'
import { exportFile } from '#sync-server/hq/commands/export.ts'
import { importFile } from '#sync-server/hq/commands/import.ts'
import { addService } from '#sync-server/hq/commands/service.ts'
import { trimHistory } from '#sync-server/hq/commands/trim.ts'
import { exportItems, listItems, showItem } from '#sync-server/hq/commands/items.ts'
import { addUser, deactivateUser, listUsers, setSkills } from '#sync-server/hq/commands/user.ts'
import { listArticles, publishArticles, retireAnArticle } from '#sync-server/hq/commands/knowledge.ts'
import { listDrawers, listPayments } from '#sync-server/hq/commands/payments.ts'
import { confirmAnOrder, listOrders, rejectAnOrder } from '#sync-server/hq/commands/orders.ts'

const commands: readonly Command[] = [
  addCentre,
  listCentres,
  addUser,
  listUsers,
  deactivateUser,
  setSkills,
  createCode,
  listDevices,
  revokeDevice,
  loseDevice,
  moveCustomerTo,
  listItems,
  showItem,
  exportItems,
  importFile,
  exportFile,
  trimHistory,
  importWork,
  bundle,
  demo,
  addService,
  listOrders,
  confirmAnOrder,
  rejectAnOrder,
  listPayments,
  listDrawers,
  listArticles,
  publishArticles,
  retireAnArticle,
]

/** One command of headquarters. Answers the exit code; expected faults become one sentence. */
export async function runHq(args: readonly string[], desk: Desk): Promise<number> {
  const command = commands.find(({ words }) => words.split(' ').every((word, index) => args[index] === word))
  const wantsHelp = args.length === 0 || args.includes('--help') || args.includes('-h') || args[0] === 'help'
  if (wantsHelp) {
    for (const line of command === undefined ? overview() : helpOf(command)) desk.out(line)
    return allDone
  }
  if (command === undefined) {
    desk.err(`There is no command “${args.slice(0, 2).join(' ')}”; npm run hq -- --help lists them.`)
    return failed
  }
  try {
    return await command.run(args.slice(command.words.split(' ').length), desk)
  } catch (error) {
    if (!(error instanceof HqFault)) throw error
    desk.err(error.message)
    return failed
  }
}

const helpOf = (command: Command) => [`npm run hq -- ${command.words} ${command.usage}`, `  ${command.says}`]

function overview(): string[] {
  return [
    'The command line of headquarters.',
    '',
    ...commands.flatMap(helpOf),
    '',
    'Settings are the server’s: DATABASE_URL for PostgreSQL, else LOKET_DATA, the folder of the embedded database.',
    'The embedded database serves one process: stop the server before a command.',
    'Exit codes: 0 all done, 1 failed and nothing changed, 3 some rows of a file were refused.',
  ]
}
