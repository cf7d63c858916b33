import { randomBytes, randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import type { CallEvent, HeardCall, TelephonyStatus } from '#electron/shared/bridge.ts'
import { writeDurably } from '#electron/main/durable-file.ts'
import { log } from '#electron/main/log.ts'
import type { Secrets } from '#electron/main/secrets.ts'
import { callOfLink } from './call-link.ts'
import { openEndpoint, type Endpoint } from './endpoint.ts'
import { Switchboard } from './switchboard.ts'

export const DEFAULT_PORT = 8752

export interface TelephonyOptions {
  /** Remembers whether it is switched on. */
  path: string
  port: number
  secrets: Pick<Secrets, 'status' | 'save' | 'read' | 'remove'>
  tell: (call: HeardCall) => void
}

/** How the telephone reaches this desk. Nothing listens and no link is followed until somebody switches it on in Settings. */
export class Telephony {
  readonly #options: TelephonyOptions
  readonly #switchboard: Switchboard
  #endpoint: Endpoint | undefined
  #token = ''
  #on = false
  #problem: TelephonyStatus['problem']

  constructor(options: TelephonyOptions) {
    this.#options = options
    this.#switchboard = new Switchboard(options.tell)
  }

  /** As it was left. A fault never keeps the console from starting: Settings says it. */
  async start(): Promise<void> {
    if (await wasOn(this.#options.path)) await this.#open()
  }

  async turn(on: boolean): Promise<TelephonyStatus> {
    await writeDurably(this.#options.path, JSON.stringify({ on }))
    await (on ? this.#open() : this.#close())
    return this.status()
  }

  /** The old one is worth nothing from this moment on. */
  async renewToken(): Promise<TelephonyStatus> {
    await this.#mint()
    return this.status()
  }

  status(): TelephonyStatus {
    const kept = this.#options.secrets.status().protection === 'os'
    if (!this.#on) return { on: false, tokenKept: kept }
    return {
      on: true,
      tokenKept: kept,
      token: this.#token,
      ...(this.#endpoint === undefined ? {} : { address: this.#endpoint.address }),
      ...(this.#problem === undefined ? {} : { problem: this.#problem }),
    }
  }

  /** What the simulator says goes the way that the telephone's words go. */
  hear(call: CallEvent): boolean {
    return this.#switchboard.hear(call)
  }

  follow(link: string | undefined): void {
    if (link === undefined) return
    const call = this.#on ? callOfLink(link, randomUUID) : undefined
    if (call === undefined) log.info('a call link was not followed')
    else this.hear(call)
  }

  calls(): readonly HeardCall[] {
    return this.#switchboard.calls()
  }

  letGo(callId: string): void {
    this.#switchboard.letGo(callId)
  }

  async wipe(): Promise<void> {
    await this.#close()
    await rm(this.#options.path, { force: true })
  }

  async #open(): Promise<void> {
    if (this.#endpoint !== undefined) return
    const { secrets, port } = this.#options
    this.#on = true
    this.#token ||= (await secrets.read('callToken')) ?? ''
    if (this.#token === '') await this.#mint()
    try {
      this.#endpoint = await openEndpoint({
        port,
        token: () => this.#token,
        hear: (call) => this.hear(call),
      })
      this.#problem = undefined
    } catch (error) {
      log.error('nobody can tell us of calls', error)
      this.#problem = 'port_taken'
    }
  }

  async #close(): Promise<void> {
    this.#on = false
    this.#problem = undefined
    const open = this.#endpoint
    this.#endpoint = undefined
    await open?.close()
  }

  /** Where the machine keeps no secrets, the token lives as long as the application. */
  async #mint(): Promise<void> {
    this.#token = randomBytes(24).toString('base64url')
    const { secrets } = this.#options
    if (secrets.status().protection === 'os') await secrets.save('callToken', this.#token)
  }
}

async function wasOn(path: string): Promise<boolean> {
  try {
    const { on } = JSON.parse(await readFile(path, 'utf8')) as { on?: unknown }
    return on === true
  } catch {
    return false
  }
}
