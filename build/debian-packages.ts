import { spawnSync } from 'node:child_process'
import { run } from './tool.ts'

/** Newer Debian and Ubuntu name some libraries anew for their 64-bit times. */
const NEEDED = [
  ['chromium'],
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['postgresql'],
]

/** What the tests need of a Debian system and it does not have; nothing on systems without dpkg. */
export function missingDebianPackages(): string[] {
  if (spawnSync('dpkg-query', ['--version']).status !== 0) return []
  return NEEDED.filter((names) => !names.some(isInstalled)).map(
    (names) => names.find(isOffered) ?? names[0] ?? '',
  )
}

/** Says in one sentence why it could not, or nothing when all is there. */
export async function installDebianPackages(names: readonly string[]): Promise<string | undefined> {
  const byHand = `install them by hand: apt-get install ${names.join(' ')}`
  if (process.getuid?.() !== 0) return `Only root may install Debian packages; ${byHand}`
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run(['apt-get', ['update', '-q']], { env })
  if (update.code === 127) return `apt-get is not there; ${byHand}`
  // An index that could not be refreshed may still do.
  const offered = missingDebianPackages()
  const install = await run(['apt-get', ['install', '-q', '-y', '--no-install-recommends', ...offered]], {
    env,
  })
  if (install.code === 0) return undefined
  return `apt-get could not install them (${lastLine(install.output)}); ${byHand}`
}

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' })
  return stdout === 'installed'
}

function isOffered(name: string): boolean {
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' })
  return /Candidate: (?!\(none\))/.test(stdout ?? '')
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
