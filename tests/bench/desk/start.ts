import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '#build/built.ts'
import { resolveElectron } from '#build/electron-runtime.ts'
import { root } from '#build/root.ts'
import { agentAt, vocabulary } from '#tests/app/agent.ts'
import { launchConsole, type Console } from '#tests/app/console.ts'
import { expectSettled } from '#tests/app/settled.ts'
import { postgresql } from '#tests/server/postgresql.ts'
import { median, type Figure } from '../figure.ts'
import type { BenchOptions } from '../options.ts'
import { openCentre, type Centre } from './centre.ts'
import { onDisplay } from './display.ts'
import { fillRaw, openRaw } from './raw-start.ts'
import { placedRows, sizesOf, stressCustomers } from './rows.ts'

const runs = 3
/** The peer reads a few by index, and takes minutes to be filled with more. */
const mostRaw = 50_000
/** With their lines, tickets and contacts of six months: about six records each. The stress size is the issue's own. */
const customersOf = { modest: 3_000, stress: stressCustomers }

interface Started {
  /** From the launch to the page at which a person unlocks the desk, s. */
  readonly launched: number
  /** From the key that unlocks to the desk at work, s. */
  readonly unlocked: number
  /** From there to the first hit of a search, s. */
  readonly found: number
  /** What raw IndexedDB takes to open and to read a first screen in the same window, s. */
  readonly raw: number
  /** From the launch to a window that could begin with that, s. */
  readonly window: number
  /** Of all processes, what they share counted once, MB. */
  readonly memory: number
}

/** From the launch of the real console to work, with a filled replica on the disk. */
export async function start({ size }: BenchOptions): Promise<Figure[]> {
  await ensureBuilt()
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = (await resolveElectron()).dist
  const userData = mkdtempSync(join(tmpdir(), 'loket-start-'))
  await using cluster = size === 'stress' ? await postgresql() : undefined
  await using centre = await openCentre(
    customersOf[size],
    join(root, 'dist/renderer'),
    cluster === undefined
      ? {}
      : {
          url: await cluster.createDatabase(),
          others: (staffId) => placedRows(sizesOf(customersOf[size]), staffId),
        },
  )
  try {
    const started = await onDisplay(() => startsOf(centre, userData))
    return figuresOf(started, `${centre.records} records on the disk`)
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 10 })
  }
}

async function startsOf(centre: Centre, userData: string): Promise<Started[]> {
  await filled(centre, userData)
  const started: Started[] = []
  for (let run = 0; run < runs; run++) {
    const each = await oneStart(centre, userData)
    console.error(JSON.stringify(each))
    started.push(each)
  }
  return started
}

async function filled(centre: Centre, userData: string): Promise<void> {
  const desk = await launchConsole({ server: centre.url, userData })
  const agent = agentAt(desk.page)
  await agent.enrol(await centre.hq.deviceCode(centre.code))
  await agent.signIn(centre.username, centre.password)
  // A desk that nobody touches for five minutes locks itself, and says no more how it stands.
  const touching = setInterval(() => void desk.page.mouse.move(1, Date.now() % 100), 60_000)
  await expectSettled(desk.page, 3_600_000)
  clearInterval(touching)
  await fillRaw(desk.page, firstOf(centre.all(), mostRaw))
  // The first day at work is longer: five calm seconds, and then the pages of the search index are kept.
  await desk.page.waitForTimeout(centre.records > 100_000 ? 40_000 : 10_000)
  await desk.close()
}

function* firstOf<T>(all: Iterable<T>, count: number): Generator<T> {
  let left = count
  for (const each of all) {
    if (left-- === 0) return
    yield each
  }
}

async function oneStart(centre: Centre, userData: string): Promise<Started> {
  const { record } = centre.find(({ collection }) => collection === 'customers')
  const began = Date.now()
  const desk = await launchConsole({ server: centre.url, userData })
  // By the page's own clock: the hand that drives it takes its time too.
  const { ready, interactive } = await desk.page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return {
      ready: performance.timeOrigin + performance.now(),
      interactive: performance.timeOrigin + (navigation?.domInteractive ?? 0),
    }
  })
  const raw = await openRaw(desk.page, record.id)
  const pressed = await unlocked(desk, centre)
  const found = await firstHit(desk, (record as { name: string }).name)
  const memory = await memoryOf(desk)
  await desk.close()
  return {
    launched: (ready - began) / 1000,
    window: (interactive - began) / 1000,
    raw: raw / 1000,
    unlocked: pressed / 1000,
    found: found / 1000,
    memory,
  }
}

async function unlocked({ page }: Console, { username, password }: Centre): Promise<number> {
  const { frame } = vocabulary.id
  const stranger = page.getByRole('button', { name: username })
  const field = page.getByLabel(frame.signIn.password, { exact: true })
  await field.or(stranger).first().waitFor()
  if (await stranger.isVisible()) await stranger.click()
  await field.fill(password)
  const began = performance.now()
  await page.keyboard.press('Enter')
  await page.getByTestId('sync-pill').waitFor()
  return performance.now() - began
}

async function firstHit({ page }: Console, name: string): Promise<number> {
  const began = performance.now()
  await page.keyboard.press('Alt+2')
  await page.getByLabel(vocabulary.id.work.search.field, { exact: true }).fill(name)
  // Looked for in each frame: whoever waits for a locator looks after 20, 70, 170, 270 and then only after 770 ms.
  await page.waitForFunction(() => document.querySelector('#hits [role="option"]') !== null, undefined, {
    timeout: 600_000,
    polling: 'raf',
  })
  return performance.now() - began
}

async function memoryOf({ app }: Console): Promise<number> {
  const pids = await app.evaluate(({ app: running }) => running.getAppMetrics().map(({ pid }) => pid))
  const kilobytes = pids.map((pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  })
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1000
}

function figuresOf(started: readonly Started[], what: string): Figure[] {
  const of = (pick: (each: Started) => number) => median(started.map(pick))
  const raw = of((each) => each.raw)
  return [
    {
      bench: 'start',
      what: `launch to the desk, ${what}`,
      ours: of((each) => each.launched),
      peer: of((each) => each.window + each.raw),
      peerName: 'the same window, raw IndexedDB opened and a first screen read',
      unit: 's',
      most: 2,
    },
    {
      bench: 'start',
      what: 'unlock to work, the password’s 600,000 rounds in it',
      ours: of((each) => each.unlocked),
      peer: raw,
      peerName: 'raw IndexedDB opened and a first screen read',
      unit: 's',
      most: 0.8,
    },
    {
      bench: 'start',
      what: 'work to the first hit of a search, typing in it',
      ours: of((each) => each.found),
      peer: raw,
      peerName: 'raw IndexedDB opened and a first screen read',
      unit: 's',
      most: 0.3,
    },
    {
      bench: 'start',
      what: `memory of all processes, ${what}`,
      ours: of((each) => each.memory),
      peer: 600,
      peerName: 'the most it may be',
      unit: 'MB',
      goal: 1,
    },
  ]
}
