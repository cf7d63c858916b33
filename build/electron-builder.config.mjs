import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Hindrance } from './hindrance.mjs'
import { resolveElectron } from './electron-runtime.ts'

const electron = await resolveElectron()
const official = electron.source === 'official'
const releasing = process.argv.some((arg, i, all) => all[i - 1] === '--publish' && arg !== 'never')
if (releasing && !official) {
  throw new Hindrance(`Electron ${electron.version} is a stand-in for tests: it is never released.`)
}

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'id.loket.console',
  productName: 'Loket',
  artifactName: '${name}-${version}-${os}-${arch}.${ext}',
  directories: { output: 'out/package', buildResources: 'build/resources' },
  // Everything is bundled: no package of node_modules travels along.
  files: ['dist/{main,preload,renderer}/**', 'package.json', '!node_modules'],
  // A telephone may ring by opening a link: docs/security.md.
  protocols: { name: 'Loket', schemes: ['loket'] },
  npmRebuild: false,
  // Without both, electron-builder names a folder of another version by the one in node_modules, unchecked.
  electronVersion: electron.version,
  ...(!official && { electronDist: electron.dist }),
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  // A folder given as electronDist keeps these two; the official download loses them by itself.
  async afterPack({ appOutDir, electronPlatformName }) {
    if (electronPlatformName !== 'linux') return
    await rm(join(appOutDir, 'resources/default_app.asar'), { force: true })
    await rm(join(appOutDir, 'version'), { force: true })
  },
  win: {
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'msi', arch: ['x64'] },
    ],
    verifyUpdateCodeSignature: true,
  },
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false, differentialPackage: true },
  msi: { perMachine: true },
  mac: {
    target: [
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    notarize: Boolean(process.env['APPLE_TEAM_ID']),
  },
  linux: {
    target: ['dir', 'tar.gz', 'deb'],
    category: 'Office',
    executableName: 'loket',
    syncDesktopName: true,
  },
  deb: { compression: 'xz' },
  publish: {
    provider: 'generic',
    url: process.env['LOKET_UPDATES'] ?? 'https://updates.example.com/loket',
    channel: 'latest',
  },
}
