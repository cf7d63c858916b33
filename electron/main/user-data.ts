import { app } from 'electron'
import { join, resolve } from 'node:path'

/** A checkout has one folder per Electron: a developer who changes the runtime would lose the other's data. */
export function chooseUserData(): string {
  const chosen = process.env['LOKET_USER_DATA']
  const major = process.versions['electron']?.split('.')[0]
  if (chosen) app.setPath('userData', resolve(chosen))
  else if (!app.isPackaged) app.setPath('userData', join(app.getPath('appData'), `loket-dev-${major}`))
  return app.getPath('userData')
}
