// `npm run package [-- targets of electron-builder]`: builds, packs into out/package, and starts what was packed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './built.ts'
import { resolveElectron } from './electron-runtime.ts'
import { Hindrance, printHindrance } from './hindrance.mjs'
import { root } from './root.ts'
import { step } from './step.mjs'
import { run, toolCommand } from './tool.ts'

/** Where electron-builder finds no download of its own, Debian's 7zip and our dpkg-deb do for tar.gz and deb. */
function packagingEnv(official: boolean): NodeJS.ProcessEnv {
  const sevenZip = '/usr/bin/7za'
  if (official || process.platform !== 'linux') return process.env
  return {
    ...process.env,
    CUSTOM_FPM_PATH: join(root, 'build/fpm-dpkg.mjs'),
    ...(existsSync(sevenZip) && { ELECTRON_BUILDER_7ZIP_PATH: sevenZip }),
  }
}

function wantsTarGz(args: readonly string[]): boolean {
  return args.length === 0 || args.includes('tar.gz')
}

async function pack(): Promise<void> {
  const { source } = await step('Electron', resolveElectron)
  const args = process.argv.slice(2)
  if (source !== 'official' && wantsTarGz(args) && !existsSync('/usr/bin/7za')) {
    console.log('tar.gz needs 7zip: apt-get install p7zip-full')
  }
  const command = toolCommand('electron-builder', [
    ...(args.includes('--publish') ? [] : ['--publish', 'never']),
    '-c',
    'build/electron-builder.config.mjs',
    ...args,
  ])
  const { code, output } = await step('Package', () =>
    run(command, { env: packagingEnv(source === 'official') }),
  )
  if (code !== 0) throw new Hindrance(`The console could not be packed:\n${output}`)
}

async function smoke(): Promise<void> {
  const program = join(root, 'out/package/linux-unpacked/loket')
  if (process.platform !== 'linux' || !existsSync(program)) return
  const script = [join(root, 'build/smoke-packaged.ts'), program]
  const command: [string, string[]] = process.env['DISPLAY']
    ? [process.execPath, script]
    : ['xvfb-run', ['-a', process.execPath, ...script]]
  const { code, output } = await step('Starting what was packed', () => run(command))
  if (code !== 0) throw new Hindrance(`The packed console does not start:\n${output}`)
  console.log(output.trim())
}

try {
  await ensureBuilt()
  await pack()
  await smoke()
} catch (error) {
  printHindrance(error)
  process.exitCode = 1
}
