import type { Page, Request, Response } from '@playwright/test'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { seeded } from '#tests/sync/seeded.ts'
import { agentAt, vocabulary } from './agent.ts'
import type { Console } from './console.ts'
import { databaseIn } from './database.ts'
import { demoPeople } from './demo.ts'
import type { CuttableLine } from './line.ts'
import { automaticAgent, type AutomaticAgent } from './torture/automatic-agent.ts'
import { planOf, type Moment, type Round } from './torture/plan.ts'
import { startAndKill } from './torture/start-and-kill.ts'
import { Tally } from './torture/tally.ts'
import { expect, test, type DemoHeadquarters } from './with-demo.ts'

test.describe.configure({ retries: 0 })

/** `npm run torture` says otherwise. */
const rounds = Number(process.env['LOKET_ROUNDS'] ?? 7)
const seed = Number(process.env['LOKET_SEED'] ?? 1)
const secondsPerRound = 60

interface Place {
  readonly demo: DemoHeadquarters
  readonly line: CuttableLine
  readonly desk: Console
  readonly tally: Tally
}

test(`[C2][C3][O2] ${rounds} kills at moments of seed ${seed}: what the screen called saved is at headquarters exactly once`, async ({
  demo,
  cuttableLine,
  openConsole,
}) => {
  test.setTimeout(180_000 + rounds * secondsPerRound * 1000)
  const started = performance.now()
  const line = await cuttableLine(demo.url)
  const desk = await openConsole({ server: line.url })
  await agentAt(desk.page).enrol(demo.code('KDI'))
  await agentAt(desk.page).signIn(demoPeople.branch)
  await desk.close()
  const place: Place = { demo, line, desk, tally: new Tally() }
  const plan = planOf(seed, rounds)
  for (const round of plan) {
    const since = performance.now()
    await play(place, round)
    console.log(`${describe(round)}, ${((performance.now() - since) / 1000).toFixed(1)} s`)
  }

  await desk.restart()
  await agentAt(desk.page).signIn(demoPeople.branch)
  await expect(desk.page.getByTestId('sync-pill')).toHaveText(vocabulary.id.frame.pill.up, {
    timeout: 120_000,
  })
  await desk.close()
  await demo.stop()
  await using database = await databaseIn(demo.dataFolder)
  const outcome = await place.tally.outcome(database.ask)
  console.log(
    JSON.stringify({
      seed,
      rounds,
      seconds: Math.round((performance.now() - started) / 1000),
      kills: countOf(plan.map(({ moment }) => moment)),
      headquartersKilled: plan.filter((round) => round.killsHeadquarters).length,
      databasesLost: plan.filter((round) => round.losesDatabase).length,
      operations: place.tally.attempts.length,
      ...outcome,
    }),
  )
  expect({ lost: outcome.lost, doubled: outcome.doubled }).toEqual({ lost: [], doubled: [] })
  expect(outcome.saved).toBeGreaterThan(0)
})

async function play(place: Place, round: Round): Promise<void> {
  const { demo, line, desk } = place
  if (round.losesDatabase) await rm(join(desk.userData, 'IndexedDB'), { recursive: true, force: true })
  if (round.moment === 'start-up') {
    await startAndKill(desk.userData, line.url, round.after)
  } else {
    await desk.restart()
    const state = { over: false }
    const kill = async () => {
      state.over = true
      await Promise.all([desk.kill(), round.killsHeadquarters ? demo.kill() : undefined])
    }
    // What fails because of the kill is the point; anything before it is a fault.
    const working = work(place, round, kill).catch((fault: unknown) => {
      if (!state.over) throw fault
    })
    await working
  }
  if (round.killsHeadquarters) await demo.restart()
}

/** Signs in and works until the round's moment; then the kill comes, whatever is going on. */
async function work({ line, desk, tally }: Place, round: Round, kill: () => Promise<void>): Promise<void> {
  const { page } = desk
  const random = seeded(seed * 10_007 + round.number)
  const agent = automaticAgent(page, tally, String(round.number), random)
  // Without its database the desk has to be filled first, which needs the line.
  const backlog = round.losesDatabase ? 0 : round.backlog
  if (backlog > 0) await line.cut()
  // Where the kill comes first, nobody waits for this any more.
  if (backlog > 0) void agent.saved(backlog).then(() => line.restore())
  const sign = signOf(round.moment, page, agent, round)
  await agentAt(page).askToSignIn(demoPeople.branch)
  const inShell = page.getByTestId('sync-pill').waitFor({ timeout: 120_000 })
  const working = inShell.then(() => agent.work())
  await Promise.race([sign.then(() => delay(round.after)), working])
  await kill()
  await working.catch(() => undefined)
  await line.restore()
}

/** What tells from outside that the moment has come. */
async function signOf(moment: Moment, page: Page, agent: AutomaticAgent, round: Round): Promise<void> {
  const nth = async (event: 'request' | 'response', path: string) => {
    for (let left = round.sign; left > 0; left--) {
      const wanted = (one: { url(): string }) => one.url().includes(path)
      await (event === 'request'
        ? page.waitForRequest((one: Request) => wanted(one) && one.method() !== 'OPTIONS', { timeout: 0 })
        : page.waitForResponse((one: Response) => wanted(one), { timeout: 0 }))
    }
  }
  if (moment === 'capture') return agent.pressed(round.sign)
  if (moment === 'upload') return nth('request', '/v1/operations')
  if (moment === 'answer') return nth('response', '/v1/operations')
  if (moment === 'pull') return nth('response', '/v1/feed')
  if (moment === 'priming') return nth('response', '/v1/snapshot/part')
  return page.getByTestId('sync-pill').waitFor({ timeout: 120_000 })
}

function describe({ number, moment, after, sign, backlog, killsHeadquarters, losesDatabase }: Round): string {
  return [
    `${number}: killed in ${moment} ${sign} after ${after} ms`,
    ...(backlog > 0 ? [`${backlog} without a line`] : []),
    ...(killsHeadquarters ? ['headquarters too'] : []),
    ...(losesDatabase ? ['database lost before'] : []),
  ].join(', ')
}

function countOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
