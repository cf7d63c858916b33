#!/usr/bin/env node
// Stands in for `fpm -s dir -t deb` where fpm cannot be downloaded: electron-builder calls it as CUSTOM_FPM_PATH.
// Needs dpkg-deb and nothing else.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const FLAGS = new Set(['--force', '--debug'])
/** @type {Map<string, string[]>} */
const options = new Map()
/** @type {string[]} */
const sources = []
const words = process.argv.slice(2)[Symbol.iterator]()
for (const word of words) {
  if (!word.startsWith('-')) sources.push(word)
  else if (!FLAGS.has(word)) options.set(word, [...(options.get(word) ?? []), words.next().value ?? ''])
}
const one = (/** @type {string} */ name) => options.get(name)?.at(-1) ?? ''
if (one('-t') !== 'deb') throw new Error(`only deb is made here, not ${one('-t')}`)

const root = mkdtempSync(join(tmpdir(), 'loket-deb-'))
try {
  const bytes = copySources()
  mkdirSync(join(root, 'DEBIAN'))
  addScript('--after-install', 'postinst')
  addScript('--after-remove', 'postrm')
  writeFileSync(join(root, 'DEBIAN/control'), control(bytes))
  const compression = (one('--deb-compression') || 'xz').replace('gz', 'gzip')
  const args = ['--build', '--root-owner-group', `-Z${compression}`, root, one('--package')]
  execFileSync('dpkg-deb', args, { stdio: 'inherit' })
} finally {
  rmSync(root, { recursive: true, force: true })
}

/** Each source is `from=to`; returns their size. */
function copySources() {
  let bytes = 0
  for (const source of sources) {
    const at = source.lastIndexOf('=')
    const to = join(root, source.slice(at + 1))
    mkdirSync(dirname(to), { recursive: true })
    cpSync(source.slice(0, at), to, {
      recursive: true,
      filter(path) {
        bytes += statSync(path).size
        return true
      },
    })
  }
  return bytes
}

/**
 * @param {string} option
 * @param {string} name
 */
function addScript(option, name) {
  if (!one(option)) return
  copyFileSync(one(option), join(root, 'DEBIAN', name))
  chmodSync(join(root, 'DEBIAN', name), 0o755)
}

/** @param {number} bytes */
function control(bytes) {
  const fields = {
    Package: one('--name'),
    Version: one('--version'),
    Architecture: one('--architecture'),
    Maintainer: one('--maintainer'),
    'Installed-Size': String(Math.ceil(bytes / 1024)),
    Depends: options.get('-d')?.join(', '),
    Recommends: options.get('--deb-recommends')?.join(', '),
    Section: one('--category') || 'default',
    Priority: one('--deb-priority') || 'optional',
    Homepage: one('--url'),
    Description: one('--description').trim().replaceAll('\n', '\n '),
  }
  const lines = Object.entries(fields).filter(([, value]) => value)
  return lines.map(([key, value]) => `${key}: ${value}\n`).join('')
}
