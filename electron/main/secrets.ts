import { safeStorage } from 'electron'
import { readFile, rm } from 'node:fs/promises'
import type { SecretName, SecretStatus } from '../shared/bridge.ts'
import { writeDurably } from './durable-file.ts'
import { Refusal } from './refusal.ts'

/** The call token is asked for through `Telephony` alone. */
type KeptName = SecretName | 'callToken'
type Sealed = Partial<Record<KeptName, string>>

/** Secrets sealed with a key of the operating system, in one small file. */
export class Secrets {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** On Linux without a keyring Chromium encrypts with a fixed password: that is hiding, not protection. */
  status(): SecretStatus {
    const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform
    if (backend === 'basic_text') return { protection: 'weak', backend }
    return { protection: safeStorage.isEncryptionAvailable() ? 'os' : 'none', backend }
  }

  async save(name: KeptName, value: string): Promise<void> {
    if (this.status().protection !== 'os') throw new Refusal('this machine has no protected storage')
    const sealed = safeStorage.encryptString(value).toString('base64')
    await writeDurably(this.#path, JSON.stringify({ ...(await this.#load()), [name]: sealed }))
  }

  /** Nothing where the keyring has changed since: then the agent signs in again. */
  async read(name: KeptName): Promise<string | undefined> {
    const sealed = (await this.#load())[name]
    if (sealed === undefined || this.status().protection !== 'os') return undefined
    try {
      return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
    } catch {
      return undefined
    }
  }

  async remove(name: KeptName): Promise<void> {
    const { [name]: removed, ...rest } = await this.#load()
    if (removed !== undefined) await writeDurably(this.#path, JSON.stringify(rest))
  }

  async wipe(): Promise<void> {
    await rm(this.#path, { force: true })
  }

  async #load(): Promise<Sealed> {
    try {
      return JSON.parse(await readFile(this.#path, 'utf8')) as Sealed
    } catch {
      return {}
    }
  }
}
