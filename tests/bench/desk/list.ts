import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { ensureBuilt } from '#build/built.ts'
import { root } from '#build/root.ts'
import { centrePartition } from '#domain/sync/feed.ts'
import { systemClock } from '#sync-server/clock.ts'
import type { Placed } from '#sync-server/storage/database.ts'
import { commitWrites } from '#sync-server/storage/commit-writes.ts'
import { agentAt } from '#tests/app/agent.ts'
import { launchBrowser } from '#tests/app/browser.ts'
import { expectSettled } from '#tests/app/settled.ts'
import { openCentre, type Centre } from './centre.ts'
import { framesDuring, type Frames } from './frames.ts'
import { make } from './rows.ts'
import type { Figure } from '../figure.ts'
import type { BenchOptions } from '../options.ts'

const tickets = 30_000
const customers = 100
const batch = 500
/** px: two notches of a mouse at once. */
const fastWheel = 240
/** The time of a frame at 60 Hz, with a little for the clock. */
const frame = 17

/** The console as a page in Chromium, on a list of 30,000 open tickets: how it opens, and what the window feels while it runs past. */
export async function list({ trace }: BenchOptions): Promise<Figure[]> {
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'loket-list-'))
  try {
    await using centre = await openCentre(customers, join(root, 'dist/renderer'))
    await openMany(centre)
    const browser = await launchBrowser(centre.url, join(folder, 'profile'))
    const { page } = browser
    const agent = agentAt(page)
    await agent.enrol(await centre.hq.deviceCode(centre.code))
    await agent.signIn(centre.username, centre.password)
    await expectSettled(page, 600_000)
    // The desk reads open tickets ahead, two seconds after it is full and somebody has signed in.
    await pause(5_000)
    await page.keyboard.press('Alt+3')
    await page.getByRole('radio').first().waitFor({ state: 'attached' })
    const many = await feel(page, ']', trace ? 'list' : undefined)
    await page.keyboard.press('[')
    const few = await feel(page, '[')
    await browser.close()
    console.error(JSON.stringify({ many, few }))
    const figure = (what: string, ours: number, peer: number, most: number): Figure => ({
      bench: 'list',
      what: `${what}, ${tickets} open tickets`,
      ours,
      peer,
      peerName: 'the same on the few hundred tickets that are done',
      unit: 'ms',
      most,
    })
    const { keys, wheel } = many
    return [
      figure('from the key to the first row', many.opened, few.opened, 100),
      figure(
        'longest task while 200 pages go by under the keys',
        keys.longestTask,
        few.keys.longestTask,
        frame,
      ),
      figure('longest task while the wheel turns', wheel.longestTask, few.wheel.longestTask, frame),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** So many tickets that somebody still works on. */
async function openMany({ hq, code }: Centre): Promise<void> {
  const sizes = { customers, subscriptions: 0, tickets, contacts: 0 }
  const partitions = [centrePartition(code)]
  for (let from = 0; from < tickets; from += batch) {
    const placed = Array.from({ length: batch }, (_, n): Placed => {
      const {
        customerId: _customer,
        closedAt: _closed,
        resolutionCode: _how,
        ...ticket
      } = make.tickets(from + n, sizes) as Record<string, unknown> & { id: string }
      return {
        collection: 'tickets',
        record: { ...ticket, centreId: code, status: 'in_progress' } as never,
        partitions,
      }
    })
    await hq.database.transaction((tx) =>
      commitWrites(tx, [{ placed }], { now: Date.now(), newCommitId: () => systemClock.newId() }),
    )
  }
}

interface Felt {
  /** ms until the first row has its ticket, from just before the key: the console's own keys let nobody else hear of it. */
  readonly opened: number
  readonly keys: Frames
  readonly wheel: Frames
}

/** Turns to a view by its key, and runs through it. */
async function feel(page: Page, key: string, kept?: string): Promise<Felt> {
  const keptAs = (how: string, title: string) =>
    kept === undefined ? undefined : { name: `${kept}-${how}`, title: `${tickets} open tickets: ${title}` }
  const opened = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const before = document.querySelector('[role="grid"]')
        const began = performance.now()
        const look = () => {
          const grid = document.querySelector('[role="grid"]')
          const first = grid?.querySelector('[data-row="0"]')?.textContent ?? ''
          // A row that is still on its way is a quiet line.
          if (grid !== before && first !== '' && !first.includes('…')) resolve(performance.now() - began)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  )
  await page.keyboard.press(key)
  return {
    opened: await opened,
    keys: await framesDuring(page, () => pageDown(page, 200), keptAs('keys', '200 pages under the keys')),
    wheel: await framesDuring(page, () => roll(page, 200), keptAs('wheel', 'under the wheel')),
  }
}

async function pageDown(page: Page, times: number): Promise<void> {
  await page.locator('[role="row"][data-row="0"]').focus()
  for (let time = 0; time < times; time++) await page.keyboard.press('PageDown')
}

async function roll(page: Page, times: number): Promise<void> {
  await page.locator('[role="row"]').nth(5).hover()
  for (let time = 0; time < times; time++) await page.mouse.wheel(0, fastWheel)
}
