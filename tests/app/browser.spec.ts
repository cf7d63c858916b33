import type { Page } from '@playwright/test'
import { slip } from '#renderer/words/id/slip.ts'
import { agentAt, vocabulary } from './agent.ts'
import { databaseIn } from './database.ts'
import { demoPeople } from './demo.ts'
import { readPdf } from './pdf.ts'
import { expect, test } from './with-demo.ts'

const { common, frame } = vocabulary.id
const quota = 'Kuota tidak masuk'

test('a browser is a desk too: its work reaches headquarters, without a line later', async ({
  demo,
  cuttableLine,
  openBrowser,
}, info) => {
  test.setTimeout(180_000)
  const line = await cuttableLine(demo.url)
  const { page } = await openBrowser(line.url)
  const agent = agentAt(page)
  const panel = page.getByRole('complementary')
  await agent.enrol(demo.code('KDI'), 'Peramban')
  await agent.signIn(demoPeople.branch)

  await agent.find('rahma')
  await agent.contact({
    reason: quota,
    disposition: 'ticket_created',
    note: 'Dari peramban, tersambung',
    ticket: 'Kuota dari peramban',
  })
  await expect(panel.getByText(common.recordStates.at_headquarters)).toBeVisible({ timeout: 30_000 })

  const paper = await printed(page, info.outputPath('slip.pdf'))
  expect(paper.pages).toHaveLength(1)
  expect(paper.pages[0]?.width).toBeCloseTo(80, 0)
  for (const words of ['Kuota dari peramban', slip.paper.notDone]) expect(paper.text).toContain(words)
  expect(paper.text).not.toContain(slip.paper.copy)
  // Nothing of the paper stays on the screen, and what was shown to the printer once is a copy from then on.
  await expect(page.locator('article')).toHaveCount(0)
  expect((await printed(page, info.outputPath('copy.pdf'))).text).toContain(slip.paper.copy)

  await page.keyboard.press('Alt+6')
  await expect(page.getByText(frame.sync.journalNo).first()).toBeVisible()
  await expect(page.getByText(frame.sync.journalNoHint)).toBeVisible()

  await line.cut()
  await agent.register('Wa Ode Peramban', '0817 5551 234')
  await agent.contact({
    reason: 'Tanya paket',
    disposition: 'information_given',
    note: 'Dari peramban, tanpa sambungan',
  })
  await expect(panel.getByText(common.recordStates.saved_here)).toBeVisible()
  await expect(page.getByTestId('sync-pill')).toContainText(frame.pill.offlineWaiting('2'))

  await line.restore()
  await page.keyboard.press('Control+s')
  await expect(panel.getByText(common.recordStates.at_headquarters)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByTestId('sync-pill')).toHaveText(frame.pill.up)

  await demo.stop()
  await using database = await databaseIn(demo.dataFolder)
  expect(
    await database.ask(
      `select body->>'note' as note, count(*)::int as n from document
       where collection = 'contacts' and body->>'note' like 'Dari peramban%' group by 1 order by 1`,
    ),
  ).toEqual([
    { note: 'Dari peramban, tanpa sambungan', n: 1 },
    { note: 'Dari peramban, tersambung', n: 1 },
  ])
  expect(
    await database.ask(
      `select count(*)::int as n from document where collection = 'tickets' and body->>'subject' = 'Kuota dari peramban'`,
    ),
  ).toEqual([{ n: 1 }])
})

test('[C1] (H17) a second tab says that the console is open elsewhere, until it is not', async ({
  startHeadquarters,
  openBrowser,
}) => {
  const headquarters = await startHeadquarters()
  const { context, page } = await openBrowser(headquarters.url)
  const code = (tab: typeof page) => tab.getByLabel(frame.enrol.code, { exact: true })
  await expect(code(page)).toBeVisible()

  const second = await context.newPage()
  await second.goto(headquarters.url)
  await expect(second.getByText(common.openElsewhere)).toBeVisible()
  await expect(code(page)).toBeVisible()

  await page.close()
  await second.getByRole('button', { name: common.retry }).click()
  await expect(code(second)).toBeVisible()
})

/**
 * What the browser's print dialog would be given, as a PDF. A headless Chromium has no dialog, so the page that it would
 * show is kept for a moment.
 */
async function printed(page: Page, path: string) {
  await page.evaluate(() => {
    const asked = Promise.withResolvers<void>()
    window.print = () => {
      document.querySelector('[data-kept]')?.remove()
      const sheet = document.body.lastElementChild?.cloneNode(true) as HTMLElement
      sheet.dataset['kept'] = ''
      document.documentElement.append(sheet)
      asked.resolve()
    }
    Object.assign(window, { asked: asked.promise })
  })
  await page.keyboard.press('Alt+q')
  await page.evaluate(() => (window as unknown as { asked: Promise<void> }).asked)
  await page.getByRole('complementary').getByText(slip.shown).waitFor()
  await page.evaluate(() => document.body.append(document.querySelector('[data-kept]') ?? ''))
  await page.pdf({ path, preferCSSPageSize: true })
  await page.evaluate(() => document.querySelector('[data-kept]')?.remove())
  return readPdf(path)
}
