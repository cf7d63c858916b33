import type { CustomScheme, Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { isAppUrl } from './app-url.ts'
import { securityHeaders } from './security-headers.ts'

/** Registered before `ready`, once. `codeCache` lets V8 keep the compiled bundles of this scheme. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Serves the built renderer under `root`, and only that; `origin` is asked each time, since the desk can move. */
export function serveApp(session: Session, { root, origin }: { root: string; origin: () => string }): void {
  session.protocol.handle('app', async (request) => {
    const headers = securityHeaders(origin())
    if (request.method !== 'GET' || !isAppUrl(request.url))
      return new Response(null, { status: 403, headers })
    const file = fileFor(root, new URL(request.url).pathname)
    if (!file) return new Response(null, { status: 400, headers })
    try {
      const body = new Uint8Array(await readFile(file))
      const type = TYPES[extname(file)] ?? 'application/octet-stream'
      return new Response(body, { headers: { ...headers, 'content-type': type } })
    } catch {
      return new Response(null, { status: 404, headers })
    }
  })
}

/** The file of a URL path: the page itself where the path names no file, nothing where it leaves the root. */
function fileFor(root: string, pathname: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(pathname))
    if (path.includes('\0')) return undefined
    const file = join(root, extname(path) ? path : 'index.html')
    return file.startsWith(root + sep) ? file : undefined
  } catch {
    return undefined
  }
}
