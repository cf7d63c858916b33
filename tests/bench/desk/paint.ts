import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ensureBuilt } from '#build/built.ts'
import { root } from '#build/root.ts'
import { agentAt, vocabulary } from '#tests/app/agent.ts'
import { launchBrowser } from '#tests/app/browser.ts'
import { expectSettled } from '#tests/app/settled.ts'
import { quantile, type Figure } from '../figure.ts'
import { openCentre, type Centre } from './centre.ts'
import { painted, paintedBare, type Shown, type Whole } from './painted.ts'

const customers = 1_000
/** The first ones warm the window up. */
const warming = 5
const tries = 60

/** ms for which an agent looks at a hit before Enter, where they look at all. */
const look = 300

const screens = ['results', 'customer', 'looked', 'contact', 'saved'] as const
type Screen = (typeof screens)[number]
type Times = Record<Screen, { readonly ours: Shown[]; readonly bare: Shown[] }>

const what: Readonly<Record<Screen, string>> = {
  results: 'from the last letter of a name to its results',
  customer: 'from Enter on a hit to the whole customer',
  looked: `from Enter on a hit that was looked at for ${look} ms to the whole customer`,
  contact: 'from Ctrl+Enter to the contact among what happened, as being saved',
  saved: 'from Ctrl+Enter to the contact among what happened, saved, and its form gone',
}
/** ms */
const most: Readonly<Partial<Record<Screen, number>>> = { results: 50, customer: 50, looked: 50 }

/** What a person sees, and when: the console as a page in Chromium, from a key until what it asked for has been painted. */
export async function paint(): Promise<Figure[]> {
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'loket-paint-'))
  try {
    await using centre = await openCentre(customers, join(root, 'dist/renderer'))
    const browser = await launchBrowser(centre.url, join(folder, 'profile'))
    const agent = agentAt(browser.page)
    await agent.enrol(await centre.hq.deviceCode(centre.code))
    await agent.signIn(centre.username, centre.password)
    await expectSettled(browser.page, 300_000)
    const times: Times = {
      results: { ours: [], bare: [] },
      customer: { ours: [], bare: [] },
      looked: { ours: [], bare: [] },
      contact: { ours: [], bare: [] },
      saved: { ours: [], bare: [] },
    }
    const [served, others] = peopleOf(centre)
    try {
      for (const [turn, customer] of served.entries())
        await serve(
          browser.page,
          [customer, others[turn] ?? customer],
          turn,
          turn < warming ? undefined : times,
        )
    } finally {
      await browser.close()
    }
    return [...screens.flatMap((screen) => figuresOf(screen, times)), framesOf(times.contact)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Named {
  readonly name: string
  readonly code: string
}

/** Those who are served, and as many others. */
function peopleOf(centre: Centre): [served: Named[], others: Named[]] {
  const people = [...centre.all()].flatMap(({ collection, record }) =>
    collection === 'customers' ? [{ name: record.name, code: record.code }] : [],
  )
  const count = warming + tries
  return [people.slice(0, count), people.slice(count, 2 * count)]
}

/** Opens one customer after a look at the hit; then looks another up, opens them, and ends a conversation with them. */
async function serve(
  page: Page,
  [{ name }, other]: readonly [served: Named, other: Named],
  turn: number,
  times: Times | undefined,
): Promise<void> {
  /** Each screen in the order in which the key paints them. */
  const measure = async (key: string, wholes: Readonly<Partial<Record<Screen, Whole>>>): Promise<void> => {
    const ours = await painted(page, key, ...Object.values(wholes))
    const bare = await paintedBare(page, '#content')
    for (const [place, screen] of (Object.keys(wholes) as Screen[]).entries()) {
      const shown = ours[place]
      if (shown !== undefined) times?.[screen].ours.push(shown)
      times?.[screen].bare.push(bare)
    }
  }
  const { work, terms } = vocabulary.id
  const customerOf = (text: string): Whole => ({
    there: '#content h1',
    text,
    gone: '#content .mantine-Skeleton-root',
  })
  const find = async (text: string) => {
    await page.keyboard.press('Alt+2')
    await page.getByLabel(work.search.field, { exact: true }).fill(text)
    await page.locator('#hits[aria-busy="false"] [role="option"]').first().waitFor()
  }
  await find(other.code)
  await page.waitForTimeout(look)
  await measure('Enter', { looked: customerOf(other.name) })
  await find(name.slice(0, -1))
  await measure(name.slice(-1), {
    results: { there: '#hits [role="option"]', text: name, gone: '#hits[aria-busy="true"]' },
  })
  await measure('Enter', { customer: customerOf(name) })
  const note = `Percakapan ${turn} tentang tagihan`
  await page.keyboard.press('F4')
  await choose(page, 'contact-reason', 'tagihan')
  await page.locator('#contact-note').fill(note)
  await choose(page, 'contact-disposition', terms.disposition.information_given)
  await measure('Control+Enter', {
    contact: { there: 'section li', text: note, gone: '#none' },
    saved: { there: 'section li:not([aria-busy="true"])', text: note, gone: '#contact-note' },
  })
  await page.getByRole('complementary').getByRole('button', { name: vocabulary.id.common.close }).click()
}

async function choose(page: Page, id: string, text: string): Promise<void> {
  await page.locator(`#${id}`).click()
  await page.locator(`#${id}`).fill(text)
  await page.getByRole('option', { name: text }).first().click()
}

const peerName = 'the same window painting the same texts as bare lines'

function figuresOf(screen: Screen, times: Times): Figure[] {
  const { ours, bare } = times[screen]
  const ms = (all: readonly Shown[], share: number) =>
    quantile(
      all.map((each) => each.ms),
      share,
    )
  return [0.5, 0.95].map((share) => ({
    bench: 'paint',
    what: `${what[screen]}, painted, p${share * 100}`,
    ours: ms(ours, share),
    peer: ms(bare, share),
    peerName,
    unit: 'ms',
    ...(share === 0.5 || most[screen] === undefined ? {} : { most: most[screen] }),
    notes: [
      `paint: ${tries} customers of ${customers}, after ${warming} that warmed the window up; frames come every 16.7 ms; a screen counts from the first frame that began with all of it; the key stays down until then`,
    ],
  }))
}

/** The latest of all: one frame in between is a frame in which the agent sees that nothing happened. */
function framesOf({ ours, bare }: Times['contact']): Figure {
  const latest = (all: readonly Shown[]) => Math.max(...all.map(({ frame }) => frame))
  return {
    bench: 'paint',
    what: `the frame after Ctrl+Enter in which the contact stands among what happened, as being saved, the latest of ${tries}`,
    ours: latest(ours),
    peer: latest(bare),
    peerName,
    unit: 'frames',
    most: 1,
    notes: ['paint: a frame is counted that the window began after the key, so the first one is 1'],
  }
}
