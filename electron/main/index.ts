import { app, BrowserWindow, dialog, Menu, protocol, session } from 'electron'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { appScheme, serveApp } from './app-scheme.ts'
import { makeRoom, watchDisk } from './disk.ts'
import { Headquarters } from './headquarters.ts'
import { tell } from './ipc.ts'
import { JournalFile } from './journal.ts'
import { KeepFile } from './keep-file.ts'
import { Link } from './link.ts'
import { lockDownContents, lockDownSession } from './lockdown.ts'
import { log, logInto } from './log.ts'
import { claimProfile, wordsForNewerProfile, type NewerProfile } from './profile.ts'
import { answerRequests } from './requests.ts'
import { Secrets } from './secrets.ts'
import { linkAmong } from './telephony/call-link.ts'
import { DEFAULT_PORT, Telephony } from './telephony/telephony.ts'
import { chooseUserData } from './user-data.ts'
import { openMainWindow } from './window.ts'

const EXIT_BROKEN = 1
const EXIT_NEWER_PROFILE = 3

// Electron's own answer is a dialog that waits for ever on a machine where nobody looks.
process.on('uncaughtException', endBroken)
process.on('unhandledRejection', (error) => log.error('nobody waited for this', error))

const userData = chooseUserData()
// Root needs --no-sandbox (containers, CI), and enableSandbox() would take that switch back: an endless crash loop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
protocol.registerSchemesAsPrivileged([appScheme])
lockDownContents()

/** Links may come before anything is open: macOS tells them while the application starts. */
const telephony = Promise.withResolvers<Telephony>()
const follow = (link: string | undefined) => void telephony.promise.then((ready) => ready.follow(link))
app.on('open-url', (event, link) => {
  event.preventDefault()
  follow(link)
})
app.on('second-instance', (_event, words) => {
  const link = linkAmong(words)
  // A call does not take the window in front of what the agent does elsewhere; it rings, and that is all.
  if (link !== undefined) return follow(link)
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
})
app.on('window-all-closed', () => app.quit())

// The lock lives in userData: two agents with folders of their own can run side by side.
if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  const newer = claimProfile(userData, process.versions['chrome'] ?? '')
  app
    .whenReady()
    .then(newer ? () => refuseToStart(newer) : start)
    .catch(endBroken)
  // Even the refusal's own window must not be opened on that profile.
  if (newer) app.setPath('sessionData', join(tmpdir(), `loket-refused-${process.pid}`))
}

function endBroken(error: unknown): void {
  log.error('main is broken', error)
  app.exit(EXIT_BROKEN)
}

async function refuseToStart(newer: NewerProfile): Promise<void> {
  const words = wordsForNewerProfile(newer)
  process.stderr.write(`${words}\n`)
  if (!process.env['LOKET_UNATTENDED'])
    await dialog.showMessageBox({ type: 'error', title: 'Loket', message: words })
  app.exit(EXIT_NEWER_PROFILE)
}

async function start(): Promise<void> {
  logInto(join(userData, 'logs'))
  log.info(`Loket ${app.getVersion()} starts on Electron ${process.versions['electron']}`)
  Menu.setApplicationMenu(null)

  await makeRoom(userData)
  const headquarters = new Headquarters(join(userData, 'settings.json'), process.env['LOKET_SERVER'])
  const journal = await JournalFile.open(join(userData, 'journal'))
  if (journal.setAside) log.info(`the journal was damaged; a copy is kept as ${basename(journal.setAside)}`)
  const keep = new KeepFile(join(userData, 'keep.json'))
  const secrets = new Secrets(join(userData, 'secrets.json'))
  const link = new Link(
    () => headquarters.origin,
    (state) => tell('link.changed', state),
  )

  lockDownSession(session.defaultSession)
  serveApp(session.defaultSession, {
    root: join(app.getAppPath(), 'dist/renderer'),
    origin: () => headquarters.origin,
  })
  const calls = await takeCalls(userData, secrets)
  const window = openMainWindow(userData)
  answerRequests({ userData, journal, keep, secrets, headquarters, link, telephony: calls, window })
  link.watch()
  watchDisk(userData, (room) => tell('disk.changed', room))
}

async function takeCalls(userData: string, secrets: Secrets): Promise<Telephony> {
  const calls = new Telephony({
    path: join(userData, 'telephony.json'),
    port: Number(process.env['LOKET_CALL_PORT'] ?? DEFAULT_PORT),
    secrets,
    tell(call) {
      tell('telephony.call', call)
      const [window] = BrowserWindow.getAllWindows()
      if (call.event === 'ringing') window?.flashFrame(!window.isFocused())
    },
  })
  await calls.start()
  telephony.resolve(calls)
  follow(linkAmong(process.argv))
  // From a checkout the link would lead to a bare Electron.
  if (app.isPackaged) app.setAsDefaultProtocolClient('loket')
  return calls
}
