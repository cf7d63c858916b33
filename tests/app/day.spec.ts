import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, TestInfo } from '@playwright/test'
import { day as words } from '#renderer/words/id/day.ts'
import { payments } from '#renderer/words/id/payments.ts'
import { slip } from '#renderer/words/id/slip.ts'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { demoPeople } from './demo.ts'
import type { Console } from './console.ts'
import { expectFocus } from './focus.ts'
import { look } from './look.ts'
import { readPdf } from './pdf.ts'
import { saveTo } from './save-to.ts'
import { expect, test } from './with-demo.ts'

const { frame } = vocabulary.id

test('a supervisor sees the day, the week and what is left before the shop closes, the drawer too; an agent does not', async ({
  demo,
  openConsole,
  cuttableLine,
}, info) => {
  const line = await cuttableLine(demo.url)
  const desk = await openConsole({ server: line.url, lang: 'id' })
  const { page, app } = desk
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  await agentAt(page).enrol(demo.code('KDI'))
  await agentAt(page).signIn(demoPeople.agent)
  await page
    .getByText(/40\d pelanggan/)
    .first()
    .waitFor()
  await page.keyboard.press('Alt+h')
  await expect(page.getByRole('heading', { name: /Hari ini di/ })).toHaveCount(0)
  await agentAt(page).lock()
  await agentAt(page).notMe()
  await agentAt(page).signIn(demoPeople.supervisor)

  await page.keyboard.press('Alt+h')
  await page.getByRole('heading', { name: words.title('Loket Kendari') }).waitFor()
  await page.getByRole('heading', { name: words.exceptions }).waitFor()
  await look(page, 'day-today')
  expect(await findingsOn(page, 'day', ['dark'])).toEqual([])
  await page.getByText(words.part.week, { exact: true }).click()
  await expect(page.getByRole('region', { name: words.part.week })).toBeVisible()
  await look(page, 'day-week')
  const rows = await page.getByRole('table', { name: words.byDay }).getByRole('row').allInnerTexts()
  expect(rows).toHaveLength(8)

  const folder = await mkdtemp(join(tmpdir(), 'loket-file-'))
  const path = join(folder, 'week.csv')
  await app.evaluate(({ session }, to) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(to))
  }, path)
  await page.getByRole('button', { name: words.export, exact: true }).click()
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('started_at,agent')

  await line.cut()
  await payByKeyboard(desk, info)
  await page.keyboard.press('Alt+h')
  await page.getByText(words.part.closing, { exact: true }).click()
  await expect(page.getByTestId('sync-pill')).toContainText(frame.pill.offline, { timeout: 60_000 })
  await expect(page.getByText(words.closing.noContact)).toBeVisible()
  await expect(page.getByText(payments.cash.notCounted)).toBeVisible()
  await countDrawer(page)
  await look(page, 'day-closing-offline')
  expect(await findingsOn(page, 'closing', ['dark'])).toEqual([])
})

/** A customer pays a bill in cash without a line; the receipt is printed once it is saved. */
async function payByKeyboard(desk: Console, info: TestInfo): Promise<void> {
  const { page } = desk
  const press = (key: string) => page.keyboard.press(key)
  await agentAt(page).find('rahmatia')
  await page.getByRole('button', { name: payments.take }).waitFor()
  await press('F9')
  const dialog = page.getByRole('dialog')
  await expectFocus(dialog.getByLabel(payments.form.bill))
  // The only bill is proposed, and what is typed goes over it.
  await expect(dialog.getByLabel(payments.form.amount)).not.toHaveValue('')
  await press('Control+a')
  await press('Delete')
  await press('Control+Enter')
  await expect(dialog.getByText(payments.missing.bill)).toBeVisible()
  await page.keyboard.type('November 2026')
  await dialog.getByLabel(payments.form.amount).focus()
  await press('Control+a')
  await page.keyboard.type('150000')
  await dialog.getByLabel(payments.form.given).focus()
  await page.keyboard.type('200000')
  await expect(dialog.getByText('Rp50.000')).toBeVisible()
  await look(page, 'payment-dialog')
  expect(await findingsOn(page, 'payment dialog', ['dark'])).toEqual([])
  await press('Control+Enter')
  await expect(dialog.getByText(payments.doneChange('Rp50.000'))).toBeVisible()
  await expectFocus(dialog.getByRole('button', { name: payments.next }))
  const file = info.outputPath('receipt.pdf')
  await saveTo(desk, file)
  await press('Alt+q')
  await expect(dialog.getByText(slip.saved, { exact: true })).toBeVisible()
  await look(page, 'payment-done')
  const { text } = await readPdf(file)
  for (const said of ['R-KDI1-', 'Rp150.000', 'Kembalian: Rp50.000', 'November 2026'])
    expect(text).toContain(said)
  await press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  const section = page.getByRole('region', { name: payments.title })
  await expect(section.getByText('Rp150.000')).toBeVisible()
  await look(page, 'customer-payments')
  expect(await findingsOn(page, 'customer with payments', ['dark'])).toEqual([])

  const reverse = section.getByRole('button', { name: new RegExp(payments.reverse) })
  await reverse.focus()
  await press('Enter')
  await page.keyboard.type('Salah bulan')
  await expect(dialog.getByLabel(payments.reverseNote)).toHaveValue('Salah bulan')
  await look(page, 'payment-reverse')
  expect(await findingsOn(page, 'payment given back', ['dark'])).toEqual([])
  await press('Escape')
  await expectFocus(reverse)
  await press('Enter')
  await expect(dialog.getByLabel(payments.reverseNote)).toHaveValue('Salah bulan')
  await press('Escape')
}

async function countDrawer(page: Page): Promise<void> {
  const press = (key: string) => page.keyboard.press(key)
  await page.getByRole('button', { name: payments.cash.count }).focus()
  await press('Enter')
  const dialog = page.getByRole('dialog')
  // Typed at once: the keys are held until the drawer's first field is there.
  await page.keyboard.type('500000')
  await expect(dialog.getByLabel(payments.cash.float)).toHaveValue('500.000')
  await press('Tab')
  await page.keyboard.type('645000')
  await expect(dialog.getByText(payments.cash.short('Rp5.000'))).toBeVisible()
  await press('Control+Enter')
  await expect(dialog.getByText(payments.cash.missingNote)).toBeVisible()
  await page.keyboard.type('Kembalian kurang')
  await look(page, 'drawer-count')
  expect(await findingsOn(page, 'drawer', ['dark'])).toEqual([])
  await press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(payments.cash.isCounted)).toBeVisible()
  await expect(page.getByText(/Kurang Rp5\.000/)).toBeVisible()
}
