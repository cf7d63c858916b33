import { expect } from 'vitest'
import { setDeviceStatus } from '#sync-server/storage/devices.ts'
import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import type { TestDesk } from '#tests/sync/desk.ts'

export const deviceOf = (desk: TestDesk) => desk.inside().core.enrolment.value?.deviceId ?? ''
export const revoke = (hq: TestHeadquarters, desk: TestDesk, status: 'revoked' | 'lost' = 'revoked') =>
  setDeviceStatus(hq.database, deviceOf(desk), status)

/** What headquarters has been handed, by what the operations were for. */
export async function quarantined(hq: TestHeadquarters): Promise<string[]> {
  const rows = await hq.database.query<{ name: string }>(
    `select coalesce(body #>> '{operation,steps,0,payload,name}', body #>> '{operation,steps,0,kind}') as name
     from document where collection = 'items' and body ->> 'problem' = 'device_revoked' order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** What a person sees of the desk once it has learned that it leaves and has packed what it had not sent. */
export async function leavingView(desk: TestDesk) {
  await desk.until('desk', [], ({ stage }) => stage === 'leaving')
  await desk.inside().core.exclusive(async () => undefined)
  return desk.ask('desk')
}

/** Passes the pauses between tries until it is so. */
export async function passUntil(desk: TestDesk, isSo: () => Promise<boolean>, waits = 500): Promise<void> {
  for (let wait = 0; wait < waits; wait++) {
    if (await isSo()) return
    desk.clock.pass(30_000)
    // A request that is under way must not see its patience end.
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it never was so')
}

/** Opens the desk again as its window would, until nothing is left to do. */
export async function untilOver(desk: TestDesk): Promise<void> {
  for (let start = 0; start < 10; start++) {
    await desk.reopen()
    if ((await desk.ask('desk')).stage === 'new') return
    const before = desk.machine.texts.get('farewell')
    const isFarther = async () => {
      const now = desk.machine.texts.get('farewell') ?? ''
      return now !== before && (now.includes('"over"') || now.includes('"words":[]'))
    }
    await passUntil(desk, isFarther, 100).catch(() => undefined)
  }
  throw new Error(`the desk never became new: ${desk.machine.texts.get('farewell')?.slice(0, 200)}`)
}

/** Nothing that was on this PC is there any more. */
export async function expectClean(desk: TestDesk): Promise<void> {
  expect(await desk.ask('desk')).toMatchObject({ stage: 'new', people: [], revokedAt: expect.any(Number) })
  const { replica } = desk.inside().core
  for (const collection of Object.values(replica.collections))
    expect(await collection.find().exec()).toEqual([])
  expect(desk.machine.entries).toEqual([])
  // Besides, the name of the new, empty database.
  const kept = [...desk.machine.texts.keys()].filter((key) => key !== 'database')
  expect(kept).toEqual(['farewell', 'lastSeq'])
  expect(desk.inside().search.find('Orang', 10)).toMatchObject({ targets: [] })
}
