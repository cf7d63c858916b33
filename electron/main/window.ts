import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'
import { APP_ORIGIN } from './app-url.ts'
import { log } from './log.ts'
import { readWindowState, rememberWindowState } from './window-state.ts'

const CALM_MS = 60_000

export function openMainWindow(userData: string): BrowserWindow {
  const statePath = join(userData, 'window.json')
  const state = readWindowState(statePath)
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...state?.bounds,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: 'Loket',
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      // Work is sent to headquarters while the agent looks at another window.
      backgroundThrottling: false,
    },
  })
  if (state?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  rememberWindowState(window, statePath)
  reviveAfterCrash(window)
  window.loadURL(`${APP_ORIGIN}/`).catch((error: unknown) => log.error('the page did not load', error))
  return window
}

/** A crashed page is loaded again, but not for ever: twice within a minute means that it would crash again. */
function reviveAfterCrash(window: BrowserWindow): void {
  let lastCrash = 0
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.info(`the page's process is gone: ${reason} ${exitCode}`)
    const now = Date.now()
    if (reason !== 'clean-exit' && now - lastCrash > CALM_MS) window.webContents.reload()
    lastCrash = now
  })
}
