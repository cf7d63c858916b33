import { app, shell, type Session } from 'electron'
import { APP_ORIGIN, isAppUrl } from './app-url.ts'

const EXTERNAL = new Set(['https:', 'mailto:', 'tel:'])

/** Headquarters may be in the branch's own network, and newer Chromium asks before it goes there. */
const PERMISSIONS = new Set([
  'clipboard-sanitized-write',
  'persistent-storage',
  'notifications',
  'local-network-access',
  'local-network',
  'loopback-network',
])

/** Holds for every web contents that ever exists, whoever makes it. */
export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openExternally(url)
      return { action: 'deny' }
    })
  })
}

export function lockDownSession(session: Session): void {
  const allows = (permission: string, requester: string | undefined) =>
    PERMISSIONS.has(permission) && requester !== undefined && isAppUrl(requester)

  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(allows(permission, requestingUrl)),
  )
  // Checks for notifications come without web contents: the origin is what counts.
  session.setPermissionCheckHandler((_contents, permission, origin) => allows(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.allowNTLMCredentialsForDomains('')
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) event.preventDefault()
  })
}

function openExternally(url: string): void {
  if (URL.canParse(url) && EXTERNAL.has(new URL(url).protocol)) void shell.openExternal(url)
}
