import type { Page } from '@playwright/test'
import { queue } from '#renderer/words/id/queue.ts'
import { slip } from '#renderer/words/id/slip.ts'
import { slip as slipEn } from '#renderer/words/en/slip.ts'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import type { Console } from './console.ts'
import { demoPeople } from './demo.ts'
import { look } from './look.ts'
import { readPdf } from './pdf.ts'
import { saveTo } from './save-to.ts'
import { expect, test } from './with-demo.ts'

const { work } = vocabulary.id

/** A PDF's pages are whole points: a third of a millimetre. */
const point = 0

/** Stands in for a printer; answers with what it was asked to print. */
async function printerOf({ app }: Console): Promise<() => Promise<unknown[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const jobs: unknown[] = []
    Object.assign(globalThis, { jobs })
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) throw new Error('there is no window')
    window.webContents.print = (options, done) => {
      jobs.push(options)
      done?.(true, '')
    }
  })
  return () => app.evaluate(() => (globalThis as unknown as { jobs: unknown[] }).jobs)
}

async function servedAt(page: Page, code: string): Promise<void> {
  const agent = agentAt(page)
  await agent.enrol(code)
  await agent.signIn(demoPeople.branch)
  await page
    .getByText(/400 pelanggan/)
    .first()
    .waitFor()
  await agent.register('Siti Uji Slip', '0817 5550 1234')
  await agent.contact({
    reason: 'Kuota tidak masuk',
    disposition: 'ticket_created',
    ticket: 'Kuota tidak masuk',
  })
}

test('a slip comes out of saved work by one key, of exactly its paper’s size; the next one is a copy and is kept in the thread', async ({
  demo,
  openConsole,
}, info) => {
  const desk = await openConsole({ server: demo.url, lang: 'id' })
  const { page, app } = desk
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  await servedAt(page, demo.code('KDI'))
  const panel = page.getByRole('complementary').first()
  await look(page, 'finished')
  expect(await findingsOn(page, 'finished', ['dark'])).toEqual([])

  const files = { first: info.outputPath('first.pdf'), copy: info.outputPath('copy.pdf') }
  await saveTo(desk, undefined)
  await page.keyboard.press('Alt+q')
  await expect(panel.getByText(slip.cancelled)).toBeVisible()
  // What did not come out is no first slip.
  await saveTo(desk, files.first)
  await page.keyboard.press('Alt+q')
  await expect(panel.getByText(slip.saved)).toBeVisible()
  const first = await readPdf(files.first)
  expect(first.pages).toHaveLength(1)
  expect(first.pages[0]?.width).toBeCloseTo(80, point)
  // As long as the words and no longer.
  expect(first.pages[0]?.height).toBeGreaterThan(100)
  expect(first.pages[0]?.height).toBeLessThan(160)
  const code = /T-KDI1-\d{4}-\d{4}/.exec(first.text)?.[0] ?? ''
  for (const words of [
    slip.paper.title,
    code,
    'Kuota tidak masuk',
    slip.paper.notDone,
    'menunggu dikerjakan bagian',
    slip.paper.expected,
    'WITA',
    'Hubungi 817',
    '0817-****-1234',
  ])
    expect(first.text).toContain(words)
  expect(first.text).not.toContain(slip.paper.copy)
  expect(first.text).not.toMatch(/\d{16}|Siti/)

  await page.keyboard.press('Alt+9')
  await page.getByText(slip.settings.whens.auto, { exact: true }).click()
  await page.getByText(slip.settings.formats.a6, { exact: true }).click()
  await look(page, 'settings')
  expect(await findingsOn(page, 'slip settings', ['dark'])).toEqual([])
  // A scanner types the code and Enter.
  await page.keyboard.press('Alt+2')
  await page.getByLabel(work.search.field, { exact: true }).waitFor()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Kuota tidak masuk' }).waitFor()
  await expect(page.getByRole('button', { name: slip.printCopy }).first()).toBeVisible()
  await saveTo(desk, files.copy)
  await page.keyboard.press('Alt+q')
  await expect(page.getByText(slip.copyNote)).toBeVisible()
  await look(page, 'reprinted')
  const copy = await readPdf(files.copy)
  expect(copy.pages).toHaveLength(1)
  expect(copy.pages[0]?.width).toBeCloseTo(105, point)
  expect(copy.pages[0]?.height).toBeCloseTo(148, point)
  expect(copy.text).toContain(slip.paper.copy)
  expect(copy.text).toContain(code)
  // Where the settings say so, the slip of a contact face to face needs no key.
  const auto = info.outputPath('auto.pdf')
  await saveTo(desk, auto)
  await agentAt(page).find('Siti Uji Slip')
  await agentAt(page).contact({ reason: 'Kuota tidak masuk', disposition: 'resolved' })
  await expect(panel.getByText(slip.saved, { exact: true })).toBeVisible()
  expect((await readPdf(auto)).text).toContain(slip.paper.nothingLeft)
  // Nothing of the paper stays on the screen.
  await expect(page.locator('article')).toHaveCount(0)
})

test('a printer that is gone says so and costs nothing; a test print shows whether paper fits; both languages', async ({
  demo,
  openConsole,
}, info) => {
  const desk = await openConsole({ server: demo.url, lang: 'id' })
  const { page } = desk
  await servedAt(page, demo.code('KDI'))
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('loket-settings') ?? '{}') as {
      state: object
      version: number
    }
    const state = { ...kept.state, slipPrinter: 'Printer Yang Hilang' }
    localStorage.setItem('loket-settings', JSON.stringify({ ...kept, state }))
  })
  await desk.restart()
  await agentAt(desk.page).signIn(demoPeople.branch)
  await agentAt(desk.page).find('Siti Uji Slip')
  await desk.page.getByText('Kuota tidak masuk').first().click()
  await desk.page.getByRole('button', { name: slip.print }).waitFor()
  await desk.page.keyboard.press('Alt+q')
  await expect(desk.page.getByRole('alert').getByText(slip.failed)).toBeVisible()
  await look(desk.page, 'failed')

  // A number of the queue goes to the chosen printer by itself, on paper of its own size.
  const printed = await printerOf(desk)
  await desk.page.keyboard.press('Alt+8')
  await desk.page.getByText(queue.nobodyHint).waitFor()
  await desk.page.keyboard.press('Alt+g')
  await desk.page.getByRole('dialog').getByText(queue.giveHint).waitFor()
  await desk.page.keyboard.press('1')
  await expect(desk.page.getByRole('dialog').getByText(/^[A-Z]\S*\d$/)).toBeVisible()
  await expect.poll(printed).toMatchObject([
    {
      silent: true,
      deviceName: 'Printer Yang Hilang',
      pageSize: { width: 80_000 },
      margins: { marginType: 'none' },
    },
  ])
  await desk.page.keyboard.press('Enter')

  await desk.page.keyboard.press('Alt+9')
  await expect(desk.page.getByRole('combobox', { name: slip.settings.printer })).toHaveValue(
    slip.settings.gone('Printer Yang Hilang'),
  )
  await desk.page.getByRole('combobox', { name: slip.settings.printer }).click()
  await desk.page.getByRole('option', { name: slip.settings.noPrinter }).click()
  const file = info.outputPath('test.pdf')
  await saveTo(desk, file)
  await desk.page.getByRole('button', { name: slip.settings.test }).press('Enter')
  await expect(desk.page.getByText(slip.saved, { exact: true })).toBeVisible()
  expect((await readPdf(file)).text).toContain(slip.paper.testTitle)
  await desk.page.getByText('English', { exact: true }).click()
  await expect(desk.page.getByText(slipEn.settings.whenHint)).toBeVisible()
  expect(await findingsOn(desk.page, 'slip settings, English', ['dark'])).toEqual([])
  await look(desk.page, 'settings-en')
})
