// Stands in for the default_app.asar of an official Electron: it makes `electron [-r module] <folder or file>`
// work for the fallback runtime. `-r` is the way in for Playwright's loader.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)

/** @param {string[]} args */
function parse(args) {
  /** @type {string[]} */
  const preload = []
  const rest = args[Symbol.iterator]()
  for (const arg of rest) {
    if (arg === '-r' || arg === '--require') preload.push(rest.next().value ?? '')
    else if (arg === '--version') return { version: true, preload }
    else if (!arg.startsWith('-')) return { target: resolve(arg), preload }
  }
  return { preload }
}

/** @param {string} target */
function adopt(target) {
  try {
    const manifest = JSON.parse(readFileSync(resolve(target, 'package.json'), 'utf8'))
    // Electron's own default app uses these two as well; its typings leave them out.
    const shell =
      /** @type {Electron.App & { setVersion(to: string): void, setAppPath(to: string): void }} */ (app)
    if (manifest.version) shell.setVersion(manifest.version)
    app.setName(manifest.productName ?? manifest.name ?? app.getName())
    shell.setAppPath(target)
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
  }
  return require.resolve(target)
}

const { target, preload, version } = parse(process.argv.slice(1))
if (version || !target) {
  console.log(version ? `v${process.versions.electron}` : 'usage: electron [-r module] <folder or file>')
  process.exit(version ? 0 : 1)
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  for (const module of preload) require(resolve(module))
  // The top-level await holds back `ready` until the app's own main module has run.
  await import(pathToFileURL(adopt(target)).href)
}
