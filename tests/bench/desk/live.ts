import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { ensureBuilt } from '#build/built.ts'
import { root } from '#build/root.ts'
import { centrePartition } from '#domain/sync/feed.ts'
import { agentAt } from '#tests/app/agent.ts'
import { launchBrowser } from '#tests/app/browser.ts'
import { expectSettled } from '#tests/app/settled.ts'
import { postgresql } from '#tests/server/postgresql.ts'
import { median, type Figure } from '../figure.ts'
import type { BenchOptions } from '../options.ts'
import { openCentre, type Centre } from './centre.ts'
import { framesDuring, type Frames } from './frames.ts'
import type { openPeer } from './live-peer.ts'
import { placedRows, sizesOf, stressCustomers } from './rows.ts'

/** The stress size is the issue's own, and takes minutes to be filled: once, and no peer does that in a window. */
const plans = {
  modest: { customers: 1_000, runs: 3 },
  stress: { customers: stressCustomers, runs: 1 },
} satisfies Record<BenchOptions['size'], { customers: number; runs: number }>
/** ms between two frames and for a task, as the issue has it. */
const most = 50
/** In pages of at most a thousand. */
const changes = 3_000

interface Felt {
  readonly priming: Frames
  readonly pages: Frames
}

/**
 * What the window's own thread feels while a desk is filled, and while pages of a thousand changes arrive under an open
 * customer screen: the console as a page in Chromium, beside RxDB's own pull-only replication in a window. At the stress size a
 * customer is opened as soon as work can begin, while the rest is still coming.
 */
export async function live({ size, trace }: BenchOptions): Promise<Figure[]> {
  await ensureBuilt()
  const { customers, runs } = plans[size]
  const folder = mkdtempSync(join(tmpdir(), 'loket-live-'))
  await using cluster = size === 'stress' ? await postgresql() : undefined
  try {
    await peerInto(folder)
    await using centre = await openCentre(
      customers,
      join(folder, 'web'),
      cluster && {
        url: await cluster.createDatabase(),
        others: (staffId) => placedRows(sizesOf(customers), staffId),
      },
    )
    const [ours, peers]: [Felt[], Felt[]] = [[], []]
    for (let run = 0; run < runs; run++) {
      const profile = () => mkdtempSync(join(folder, 'profile-'))
      const early = size === 'stress'
      ours.push(told('the console', await feelOurs(centre, profile(), { early, trace: trace && run === 0 })))
      if (size === 'modest') peers.push(told('the peer', await feelPeer(centre, profile())))
    }
    return (['priming', 'pages'] as const).flatMap((when) => figuresOf(when, customers, ours, peers))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function figuresOf(
  when: keyof Felt,
  customers: number,
  ours: readonly Felt[],
  peers: readonly Felt[],
): Figure[] {
  const what = {
    priming: `a desk of ${customers} customers is filled`,
    pages: `${changes} changes arrive${peers.length > 0 ? '' : ` at a desk of ${customers} customers`}`,
  }[when]
  const of = (felt: readonly Felt[], pick: keyof Frames) => median(felt.map((each) => each[when][pick]))
  const figure = (name: string, pick: keyof Frames, unit: string, atMost?: number): Figure => ({
    bench: 'live',
    what: `${name} while ${what}`,
    ours: of(ours, pick),
    ...(peers.length > 0
      ? { peer: of(peers, pick), peerName: 'RxDB’s pull-only replication in the window' }
      : { peer: atMost ?? Number.NaN, peerName: 'the most it may be' }),
    unit,
    ...(atMost === undefined ? {} : { most: atMost }),
    notes: ['live: a task is told by the time for which it had a processor, a gap by the clock on the wall'],
  })
  const felt = [
    figure('longest task of the window', 'longestTask', 'ms', most),
    figure('longest gap between frames', 'longestGap', 'ms', most),
  ]
  return peers.length === 0
    ? felt
    : [...felt, figure('all work of the window', 'work', 'ms'), figure('time', 'seconds', 's')]
}

/** Each run for itself, since a median hides what a page felt once. */
function told(who: string, felt: Felt): Felt {
  for (const [when, frames] of Object.entries(felt))
    console.error(`${who}, ${when}: ${JSON.stringify(frames)}`)
  return felt
}

/** `early`: the customer is opened while the desk is still filled. */
async function feelOurs(
  centre: Centre,
  profile: string,
  { early, trace }: { readonly early: boolean; readonly trace: boolean },
): Promise<Felt> {
  const kept = (name: string, title: string) => (trace ? { name, title } : undefined)
  const browser = await launchBrowser(centre.url, profile)
  const { page } = browser
  const agent = agentAt(page)
  const customer = centre.find(({ collection }) => collection === 'customers').record as { name: string }
  await agent.enrol(await centre.hq.deviceCode(centre.code))
  const priming = await framesDuring(
    page,
    async () => {
      await agent.signIn(centre.username, centre.password)
      if (early) await agent.find(customer.name)
      await settledAtWork(page)
    },
    kept('filling', 'A desk is filled'),
  )
  if (!early) await agent.find(customer.name)
  await centre.change(changes)
  const pages = await framesDuring(
    page,
    async () => {
      await page.keyboard.press('Control+s')
      await page.getByTestId('sync-pill').locator('[data-state="syncing"]').waitFor()
      await settledAtWork(page)
    },
    kept('changes', `${changes} changes arrive under an open customer screen`),
  )
  await browser.close()
  return { priming, pages }
}

/** A desk that nobody touches for five minutes locks itself. */
async function settledAtWork(page: Page): Promise<void> {
  const touching = setInterval(() => void page.mouse.move(1, Date.now() % 100), 60_000)
  await expectSettled(page, 1_800_000).finally(() => clearInterval(touching))
}

async function feelPeer(centre: Centre, profile: string): Promise<Felt> {
  const { session } = await centre.hq.desk(centre.code, centre.username)
  const browser = await launchBrowser(`${centre.url}/peer.html`, profile)
  const { page } = browser
  const { id } = centre.find(({ collection }) => collection === 'customers').record
  const ask = { token: session.accessToken, partition: centrePartition(centre.code), customerId: id }
  const priming = await framesDuring(page, () =>
    page.evaluate(async (given) => {
      const opened = globalThis as unknown as {
        openPeer: typeof openPeer
        pull: Awaited<ReturnType<typeof openPeer>>
      }
      opened.pull = await opened.openPeer(given)
    }, ask),
  )
  await centre.change(changes)
  const pages = await framesDuring(page, () =>
    page.evaluate(() => (globalThis as unknown as { pull: () => Promise<void> }).pull()),
  )
  await browser.close()
  return { priming, pages }
}

/** The console's page as it is built, and the peer's beside it. */
async function peerInto(folder: string): Promise<void> {
  const web = join(folder, 'web')
  cpSync(join(root, 'dist/renderer'), web, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: join(web, 'peer'),
      target: 'chrome130',
      lib: { entry: join(import.meta.dirname, 'live-peer.ts'), formats: ['es'], fileName: () => 'peer.js' },
    },
  })
  writeFileSync(
    join(web, 'peer.html'),
    '<!doctype html><title>peer</title><body><script type="module" src="/peer/peer.js"></script></body>',
  )
}
