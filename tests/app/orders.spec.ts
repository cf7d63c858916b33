import type { Page } from '@playwright/test'
import { orders as ordersEn } from '#renderer/words/en/orders.ts'
import { orders } from '#renderer/words/id/orders.ts'
import { slip } from '#renderer/words/id/slip.ts'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { demoPeople } from './demo.ts'
import { expectFocus } from './focus.ts'
import { look } from './look.ts'
import { readPdf } from './pdf.ts'
import { saveTo } from './save-to.ts'
import { expect, test } from './with-demo.ts'

const { common, work } = vocabulary.id

/** Types into the field that has the focus and takes the best of its options. */
async function pick(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(0)
}

test('a new number is asked for in a contact by the keyboard alone; screen and slip say that it is not active', async ({
  demo,
  openConsole,
  cuttableLine,
}, info) => {
  const line = await cuttableLine(demo.url)
  const desk = await openConsole({ server: line.url, lang: 'id' })
  const { page, app } = desk
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  const agent = agentAt(page)
  await agent.enrol(demo.code('KDI'))
  await agent.signIn(demoPeople.branch)
  await page
    .getByText(/400 pelanggan/)
    .first()
    .waitFor()
  await line.cut()
  await agent.register('Siti Uji Pesanan', '0817 5550 1234')
  const press = (key: string) => page.keyboard.press(key)

  await press('F4')
  await press('Alt+o')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(orders.form.wish).first().waitFor()
  await pick(page, 'nomor baru')
  await press('Tab')
  await pick(page, 'xtra hemat')
  await press('Tab')
  await press('Space')
  await press('Tab')
  await press('Space')
  await look(page, 'order-dialog')
  expect(await findingsOn(page, 'order dialog', ['dark'])).toEqual([])
  await expect(dialog.getByText(/pencocokan wajah/)).toBeVisible()
  await press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  const panel = page.getByRole('complementary').first()
  await expect(panel.getByText(orders.staged)).toBeVisible()

  await press('Alt+r')
  await pick(page, 'tanya paket')
  await page.locator('#contact-disposition').focus()
  await pick(page, 'informasi')
  await look(page, 'order-staged')
  expect(await findingsOn(page, 'wish in a contact', ['dark'])).toEqual([])
  await press('Control+Enter')
  await panel.getByText(work.contact.done).waitFor()
  const section = page.getByRole('region', { name: orders.title })
  await expect(section.getByText(orders.notActive)).toBeVisible()
  await expect(section.getByText(/O-KDI1-\d{4}-0002/)).toBeVisible()
  await expect(page.getByText(orders.event.asked)).toBeVisible()

  const file = info.outputPath('order.pdf')
  await saveTo(desk, file)
  await press('Alt+q')
  await expect(panel.getByText(slip.saved, { exact: true })).toBeVisible()
  const { text, pages } = await readPdf(file)
  expect(pages).toHaveLength(1)
  for (const words of [
    'O-KDI1-',
    'belum aktif, menunggu verifikasi',
    'pencocokan wajah',
    'Rp',
    '0817-****-1234',
  ])
    expect(text).toContain(words)

  // A visit without a contact.
  await page.getByRole('complementary').getByRole('button', { name: common.close }).press('Enter')
  await press('Alt+o')
  await dialog.getByLabel(orders.form.wish).first().waitFor()
  await pick(page, 'kunjungan')
  await press('Tab')
  await press('Control+Enter')
  await expect(dialog.getByText(orders.form.missingDay)).toBeVisible()
  await page.getByRole('option').first().waitFor()
  await press('ArrowDown')
  await press('Enter')
  await press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(section.getByText(orders.notSure)).toBeVisible()
  await look(page, 'customer-orders')
  expect(await findingsOn(page, 'customer with orders', ['dark'])).toEqual([])

  await section
    .getByRole('button', { name: new RegExp(orders.cancel) })
    .first()
    .focus()
  await press('Enter')
  await expectFocus(page.getByRole('dialog').getByLabel(orders.cancelNote))
  await look(page, 'order-cancel')
  expect(await findingsOn(page, 'order is cancelled', ['dark'])).toEqual([])
  await page.keyboard.type('Pelanggan berubah pikiran')
  await press('Control+Enter')
  await expect(page.getByText('Pelanggan berubah pikiran')).toBeVisible()
  await expect(section.getByRole('listitem')).toHaveCount(1)

  await line.restore()
  await press('Control+s')
  await expect(page.getByText(/menunggu dikirim|\d menunggu$/)).toHaveCount(0, { timeout: 30_000 })
  // A scanner finds the customer by the order's code.
  const code = /O-KDI1-\d{4}-\d{4}/.exec(text)?.[0] ?? ''
  await agent.find(code)
  await expect(page.getByRole('heading', { name: 'Siti Uji Pesanan' })).toBeVisible()
  await press('Alt+9')
  await page.getByText('English', { exact: true }).click()
  await agentAt(page, 'en').find(code)
  await expect(page.getByText(ordersEn.notActive)).toBeVisible()
  await look(page, 'customer-orders-en')
  expect(await findingsOn(page, 'customer with orders, English', ['dark'])).toEqual([])
})
