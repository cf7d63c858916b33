import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import type { TestDesk } from '#tests/sync/desk.ts'

/** An answer that did not come from headquarters, or never comes. */
export interface Strange {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
export const never = Symbol('an answer that never comes')
type Fault = (path: string, body?: string) => Strange | typeof never | undefined

export interface FaultyHeadquarters {
  /** The same headquarters behind a line that answers strangely. */
  readonly hq: TestHeadquarters
  /** What happens to the requests from now on; without it headquarters answers. */
  fault: Fault | undefined
  /** How many requests hang now. */
  hanging: number
}

/** Puts something between a desk and headquarters that answers in its stead. */
export function faulty(hq: TestHeadquarters): FaultyHeadquarters {
  const inject = async (options: { readonly url: string; readonly payload?: string }) => {
    const strange = line.fault?.(options.url, options.payload)
    if (strange === undefined) return hq.app.inject(options as never)
    if (strange !== never) return { ...strange, rawPayload: new TextEncoder().encode(strange.body) }
    line.hanging += 1
    return new Promise(() => undefined)
  }
  const line: FaultyHeadquarters = {
    hq: Object.assign(Object.create(hq) as TestHeadquarters, { app: { inject } as never }),
    fault: undefined,
    hanging: 0,
  }
  return line
}

export const json = (statusCode: number, body: unknown, headers: Record<string, string> = {}): Strange => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/**
 * Lets a desk's clock run, a quarter of a second at a time, without anybody doing anything. Answers after how many
 * simulated seconds it was as wanted, or `undefined` when it was not in time.
 */
export async function within(
  desk: TestDesk,
  seconds: number,
  wanted: () => boolean | Promise<boolean>,
  hangs: () => boolean = () => false,
): Promise<number | undefined> {
  for (let passed = 0; passed <= seconds; passed += 0.25) {
    await idle(desk, hangs)
    if (await wanted()) return passed
    desk.clock.pass(250)
  }
  return undefined
}

/** Until the round that runs is over, or waits for an answer that never comes. */
async function idle(desk: TestDesk, hangs: () => boolean): Promise<void> {
  for (let turns = 0; turns < 30; turns++) await turn()
  while (desk.inside().course.value.activity !== 'idle' && !hangs()) await turn()
}

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))
