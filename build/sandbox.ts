import { readFileSync } from 'node:fs'

/** Why Chromium cannot have its sandbox here, or nothing. A packaged Loket brings a helper of its own instead. */
export function withoutSandbox(): string | undefined {
  if (process.platform !== 'linux') return undefined
  if (process.getuid?.() === 0) return 'root has no Chromium sandbox'
  if (setting('kernel/apparmor_restrict_unprivileged_userns') === '1')
    return 'AppArmor keeps it from programs like this'
  if (setting('kernel/unprivileged_userns_clone') === '0') return 'the kernel keeps user namespaces for root'
  return undefined
}

function setting(name: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim()
  } catch {
    return undefined
  }
}
