import type { Page } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { JournalFile } from '#electron/main/journal.ts'
import { layBadLine } from '#tests/line/bad-line.ts'
import type { LineShape } from '#tests/line/line-shape.ts'
import { dayWithoutALine, type LeftBehind } from '#tests/line/without-a-line.ts'
import { agentAt } from './agent.ts'
import type { Console } from './console.ts'
import { databaseIn } from './database.ts'
import { demoPassword, demoPeople } from './demo.ts'
import { expectSettled } from './settled.ts'
import { expect, test } from './with-demo.ts'

/** `npm run line` asks for the whole day and prints the table. */
const isLong = process.env['LOKET_LINE'] === 'long'
const far: LineShape = { oneWayMs: 300, bitsPerSecond: 128_000, loss: 0.05 }
const windows = isLong ? { upMs: 20_000, everyMs: 120_000 } : { upMs: 10_000, everyMs: 20_000 }
const shapes = [
  ['600 ms, 5 %, 128 kbit/s', far],
  [`the same, up ${windows.upMs / 1000} s in each ${windows.everyMs / 1000} s`, { ...far, windows }],
] as const
const day = isLong ? { contacts: 225, tickets: 60 } : { contacts: 8, tickets: 3 }
const patience = isLong ? Number(process.env['LOKET_PATIENCE'] ?? 3_600_000) : 240_000

for (const [name, shape] of shapes) {
  test(`[T8] a day of ${day.contacts} contacts and ${day.tickets} tickets comes together: ${name}`, async ({
    demo,
    openConsole,
  }, info) => {
    test.setTimeout(patience)
    const left = await dayWithoutALine({
      url: demo.url,
      code: demo.code('KDI'),
      username: demoPeople.branch,
      password: demoPassword,
      ...day,
    })
    const userData = info.outputPath('desk')
    await leaveTexts(userData, left)
    // The copy is filled over a good line, so that only the day crosses the bad one.
    const desk = await openConsole({ server: demo.url, userData })
    await agentAt(desk.page).signIn(demoPeople.branch)
    await comeToAgreement(desk)
    await desk.close()
    await leaveWork(userData, left)

    await measured(`${left.entries.length} operations of a day, ${name}`, demo.url, shape, async (url) => {
      const again = await openConsole({ server: url, userData })
      return { page: again.page, done: () => comesTogether(again) }
    })
    await demo.stop()
    await using database = await databaseIn(demo.dataFolder)
    expect(await database.ask(`select count(*)::int as n from operation where centre_id = 'KDI'`)).toEqual([
      { n: left.entries.length },
    ])
  })

  test(`[T8] a new desk of the demo's centre is filled: ${name}`, async ({ demo, openConsole }) => {
    test.skip(!isLong, 'npm run line')
    test.setTimeout(patience)
    const code = demo.code('KDI')
    await measured(`filling a new desk, ${name}`, demo.url, shape, async (url) => {
      const desk = await openConsole({ server: url })
      await expect(async () => {
        if (await desk.page.getByRole('button', { name: 'Daftarkan' }).isVisible())
          await agentAt(desk.page).askToEnrol(code)
        await expect(desk.page.getByLabel('Kata sandi', { exact: true })).toBeVisible({ timeout: 60_000 })
      }).toPass({ timeout: patience })
      return { page: desk.page, done: () => comesTogether(desk) }
    })
  })
}

/** Says how long something took over a bad line, and what crossed. */
async function measured(
  what: string,
  headquarters: string,
  shape: LineShape,
  begin: (url: string) => Promise<{ page: Page; done: () => Promise<void> }>,
): Promise<void> {
  const line = await layBadLine(headquarters, shape)
  try {
    const { page, done } = await begin(line.url)
    const asked: Record<string, number> = {}
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      const key = `${request.method()} ${pathname}`
      if (!pathname.startsWith('/assets')) asked[key] = (asked[key] ?? 0) + 1
    })
    const started = performance.now()
    await done()
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    console.log(
      JSON.stringify({
        what,
        by: line.by,
        load: loadavg()[0]?.toFixed(1),
        seconds,
        ...line.crossed(),
        connections: line.connections(),
        asked,
      }),
    )
  } finally {
    await line.close()
  }
}

/** From the password to the agreement of count and digest with headquarters. */
async function comesTogether(desk: Console): Promise<void> {
  await agentAt(desk.page).askToSignIn(demoPeople.branch)
  await expect(async () => {
    // Without a line a person who never signed in here has to try again.
    if (await desk.page.getByRole('alert').isVisible()) await desk.page.keyboard.press('Enter')
    await expect(desk.page.getByTestId('sync-pill')).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: patience })
  await comeToAgreement(desk)
}

/** Somebody is at the desk until then; else it locks itself. */
async function comeToAgreement({ page }: Console): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Shift')
    await expectSettled(page, 60_000)
  }).toPass({ timeout: patience })
}

async function leaveTexts(userData: string, { texts }: LeftBehind): Promise<void> {
  await mkdir(userData, { recursive: true })
  const { database: _, ...others } = texts
  await writeFile(join(userData, 'keep.json'), JSON.stringify({ ...others, writes: '1' }))
}

async function leaveWork(userData: string, { entries }: LeftBehind): Promise<void> {
  const journal = await JournalFile.open(join(userData, 'journal'))
  for (const entry of entries) await journal.append(entry)
  await journal.close()
}
