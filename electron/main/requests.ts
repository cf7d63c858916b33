import { app, type BrowserWindow } from 'electron'
import { z } from 'zod'
import { diskRoom } from './disk.ts'
import type { Headquarters } from './headquarters.ts'
import { answer } from './ipc.ts'
import type { JournalFile } from './journal.ts'
import type { KeepFile } from './keep-file.ts'
import type { Link } from './link.ts'
import { printersOf, printPage } from './print.ts'
import type { Secrets } from './secrets.ts'
import { callEvent, callId } from './telephony/call-event.ts'
import type { Telephony } from './telephony/telephony.ts'
import { wipeStorage } from './wipe-storage.ts'

interface Machine {
  userData: string
  journal: JournalFile
  keep: KeepFile
  secrets: Secrets
  headquarters: Headquarters
  link: Link
  telephony: Telephony
  window: BrowserWindow
}

const nothing = z.tuple([])
const opId = z.string().min(1).max(100)
const entry = z.strictObject({ opId, seq: z.int().nonnegative(), operation: z.string().max(1024 * 1024) })
/** From Electron's least page to a roll of two metres. */
const microns = z.int().min(353).max(2_000_000)
const printRequest = z.strictObject({
  width: microns,
  height: microns,
  printer: z.string().min(1).max(300).optional(),
  name: z.string().regex(/^[\w.-]{1,100}$/),
})
const secretName = z.literal('refreshToken')

/** Everything the bridge promises, with the shape that each argument must have. */
export function answerRequests(machine: Machine): void {
  const { userData, journal, keep, secrets, headquarters, link, telephony, window } = machine
  answer('info', nothing, () => ({
    version: app.getVersion(),
    electron: process.versions['electron'] ?? '',
    chrome: process.versions['chrome'] ?? '',
    platform: process.platform,
  }))

  answer('journal.append', z.tuple([entry]), (one) => journal.append(one))
  answer('journal.read', nothing, () => journal.read())
  answer('journal.settle', z.tuple([z.array(opId).max(10_000)]), (opIds) => journal.settle(opIds))

  answer('keep.read', nothing, () => keep.read())
  answer('keep.write', z.tuple([z.string().max(1024 * 1024)]), (text) => keep.write(text))

  answer('secrets.status', nothing, () => secrets.status())
  answer('secrets.save', z.tuple([secretName, z.string().max(8192)]), (name, value) =>
    secrets.save(name, value),
  )
  answer('secrets.read', z.tuple([secretName]), (name) => secrets.read(name))
  answer('secrets.remove', z.tuple([secretName]), (name) => secrets.remove(name))

  answer('headquarters.origin', nothing, () => headquarters.origin)
  answer('headquarters.move', z.tuple([z.string().max(500)]), async (origin) => {
    await headquarters.move(origin)
    // Only a new load brings the new content policy; it waits until this answer has left.
    setImmediate(() => window.webContents.reload())
    void link.probe()
  })

  answer('wipe', nothing, async () => {
    await journal.wipe()
    await keep.wipe()
    await secrets.wipe()
    await telephony.wipe()
    await wipeStorage(window.webContents.session)
  })

  answer('link.probe', nothing, () => link.probe())
  answer('disk.room', nothing, () => diskRoom(userData))
  answerTelephony(telephony)

  answer('print.printers', nothing, () => printersOf(window.webContents))
  answer('print.page', z.tuple([printRequest]), (request) => printPage(window, request))
}

function answerTelephony(telephony: Telephony): void {
  answer('telephony.status', nothing, () => telephony.status())
  answer('telephony.turn', z.tuple([z.boolean()]), (on) => telephony.turn(on))
  answer('telephony.renewToken', nothing, () => telephony.renewToken())
  answer('telephony.simulate', z.tuple([callEvent]), (call) => void telephony.hear(call))
  answer('telephony.calls', nothing, () => telephony.calls())
  answer('telephony.letGo', z.tuple([callId]), (id) => telephony.letGo(id))
}
