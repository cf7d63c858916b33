import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { ensureBuilt } from '#build/built.ts'
import { root } from '#build/root.ts'
import { centrePartition } from '#domain/sync/feed.ts'
import { agentAt } from '#tests/app/agent.ts'
import { launchBrowser } from '#tests/app/browser.ts'
import { expectSettled } from '#tests/app/settled.ts'
import { median, type Figure } from '../figure.ts'
import { openCentre, type Centre } from './centre.ts'
import { framesDuring, type Frames } from './frames.ts'
import type { openPeer } from './live-peer.ts'

const runs = Number(process.env['RUNS'] ?? 3)
const customers = Number(process.env['CUST'] ?? 3000)
/** In pages of a thousand. */
const changes = Number(process.env['CHG'] ?? 8000)
const goal = 50

interface Felt {
  readonly priming: Frames
  readonly pages: Frames
}

/**
 * What the window's own thread feels while a desk is filled, and while pages of a thousand changes arrive under an open
 * customer screen: the console as a page in Chromium, beside RxDB's own pull-only replication in a window.
 */
export async function live(): Promise<Figure[]> {
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'loket-live-'))
  try {
    await peerInto(folder)
    const [ours, peers]: [Felt[], Felt[]] = [[], []]
    for (let run = 0; run < runs; run++) {
      ours.push(await withCentre(folder, feelOurs))
      peers.push(await withCentre(folder, feelPeer))
    }
    for (const felt of [ours, peers]) for (const each of felt) console.error(JSON.stringify(each))
    return (['priming', 'pages'] as const).flatMap((when) => figuresOf(when, ours, peers))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function figuresOf(when: keyof Felt, ours: readonly Felt[], peers: readonly Felt[]): Figure[] {
  const what = {
    priming: `${customers} customers are filled in`,
    pages: `${changes} changes arrive in pages`,
  }[when]
  const of = (felt: readonly Felt[], pick: keyof Frames) => median(felt.map((each) => each[when][pick]))
  const peerName = 'RxDB’s pull-only replication in the window'
  const gap = of(ours, 'longestGap')
  return [
    {
      bench: 'live',
      what: `longest gap between frames while ${what}`,
      ours: gap,
      peer: of(peers, 'longestGap'),
      peerName,
      unit: 'ms',
    },
    {
      bench: 'live',
      what: `the same beside what the issue allows, ${when}`,
      ours: gap,
      peer: goal,
      peerName: 'the most it may be',
      unit: 'ms',
      goal: 1,
    },
    {
      bench: 'live',
      what: `all of it, ${when}`,
      ours: of(ours, 'seconds'),
      peer: of(peers, 'seconds'),
      peerName,
      unit: 's',
    },
  ]
}

async function withCentre(
  folder: string,
  feel: (centre: Centre, profile: string) => Promise<Felt>,
): Promise<Felt> {
  await using centre = await openCentre(customers, join(folder, 'web'))
  const profile = mkdtempSync(join(folder, 'profile-'))
  return await feel(centre, profile)
}

async function feelOurs(centre: Centre, profile: string): Promise<Felt> {
  const { page, close } = await launchBrowser(centre.url, profile)
  const agent = agentAt(page)
  await agent.enrol(await centre.hq.deviceCode(centre.code))
  const priming = await framesDuring(page, async () => {
    await agent.signIn(centre.username, centre.password)
    await expectSettled(page, 300_000)
  })
  const customer = centre.find(({ collection }) => collection === 'customers').record as { name: string }
  await agent.find(customer.name)
  await centre.change(changes)
  const pages = await framesDuring(page, async () => {
    await page.keyboard.press('Control+s')
    await page.getByTestId('sync-pill').locator('[data-state="syncing"]').waitFor()
    await expectSettled(page, 300_000)
  })
  await close()
  return { priming, pages }
}

async function feelPeer(centre: Centre, profile: string): Promise<Felt> {
  const { session } = await centre.hq.desk(centre.code, centre.username)
  const { page, close } = await launchBrowser(`${centre.url}/peer.html`, profile)
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
  await close()
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
