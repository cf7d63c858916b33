import { knowledge } from '#renderer/words/id/knowledge.ts'
import { maintain as writing } from '#renderer/words/id/maintain.ts'
import { orders } from '#renderer/words/id/orders.ts'
import { queue } from '#renderer/words/id/queue.ts'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { demoPeople } from './demo.ts'
import { expectFocus } from './focus.ts'
import { look } from './look.ts'
import { otherDesk, type OtherDesk } from './other-desk.ts'
import { expect, test } from './with-demo.ts'

const { answer } = orders
const { services } = queue
const { maintain } = knowledge

async function captureSwap(counter: OtherDesk): Promise<string> {
  const [customer] = await counter.all('customers')
  const code = `O-${counter.label}-2611-0001`
  const result = await counter.take('captureOrder', {
    orderId: counter.newId(),
    code,
    customerId: customer?.id ?? '',
    wish: 'sim_swap',
    checksDone: ['id_sighted', 'owner_matches'],
  })
  expect(result.outcome).toBe('accepted')
  return code
}

test('an admin answers an order of another centre and publishes an article from the console, by the keyboard', async ({
  demo,
  openConsole,
  cuttableLine,
}) => {
  const counter = await otherDesk(demo.url, demo.code('KDI'), demoPeople.branch)
  const code = await captureSwap(counter)
  const line = await cuttableLine(demo.url)
  const { page, app } = await openConsole({ server: line.url, lang: 'id' })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  await agentAt(page).enrol(demo.code('HQ'), 'Pusat')
  await agentAt(page).signIn(demoPeople.admin)
  const press = (key: string) => page.keyboard.press(key)
  const dialog = page.getByRole('dialog')
  await page.getByText(vocabulary.id.frame.pill.up).first().waitFor()

  await press('F7')
  const row = page.getByRole('row').filter({ hasText: code })
  await expectFocus(row)
  await look(page, 'orders')
  expect(await findingsOn(page, 'orders', ['dark'])).toEqual([])
  await press('t')
  await press('Control+Enter')
  await expect(dialog.getByText(answer.missingReason)).toBeVisible()
  await look(page, 'order-answer')
  expect(await findingsOn(page, 'order is answered', ['dark'])).toEqual([])
  await press('Escape')
  await press('a')
  await expectFocus(dialog.getByLabel(answer.note))
  await page.keyboard.type('Wajah cocok dengan Dukcapil')
  await press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(row).toContainText(orders.status.accepted)
  const [order] = (await counter.all('orders')).filter((each) => each.code === code)
  expect(order).toMatchObject({ status: 'accepted', checksLeft: [] })

  await press('Alt+0')
  await page.getByText(knowledge.part.maintain, { exact: true }).click()
  await expect(page.getByRole('row').nth(5)).toBeVisible()
  await press('Alt+n')
  const form = page.getByRole('region', { name: maintain.form })
  await form.waitFor()
  await press('Control+Enter')
  await expect(form.getByText(maintain.wrong.title)).toBeVisible()
  await expectFocus(form.getByLabel(maintain.field.code, { exact: true }))
  const fill = (field: keyof typeof maintain.field, text: string) =>
    form.getByLabel(maintain.field[field], { exact: true }).fill(text)
  await fill('code', 'uji-kartu-hilang')
  await fill('titleId', 'Kartu SIM hilang')
  await fill('titleEn', 'A lost SIM card')
  await fill('bodyId', 'Blokir kartunya dahulu, lalu catat penggantian.')
  await fill('bodyEn', 'Block the card first, then take the order of a new one.')
  await fill('stepsId', 'Verifikasi pelanggan.\nBlokir kartu.')
  await fill('stepsEn', 'Verify the customer.\nBlock the card.')
  await look(page, 'article-editor')
  expect(await findingsOn(page, 'article editor', ['dark'])).toEqual([])

  // Without a line nothing is published, and nothing that was written is lost.
  await line.cut()
  await expect(form.getByText(writing.needsLine)).toBeVisible({ timeout: 60_000 })
  await press('F7')
  await expect(page.getByText(answer.offline)).toBeVisible()
  await line.restore()
  await press('Control+s')
  await press('Alt+0')
  await page.getByText(knowledge.part.maintain, { exact: true }).click()
  await page.getByText(maintain.choose).waitFor()
  await press('Alt+n')
  await expect(form.getByLabel(maintain.field.titleId, { exact: true })).toHaveValue('Kartu SIM hilang')
  await expect(form.getByText(writing.kept)).toBeVisible({ timeout: 60_000 })
  await press('Control+Enter')
  await expect(dialog).toBeVisible()
  await press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: 'Kartu SIM hilang' })).toBeVisible()
  await press('Alt+t')
  await press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: 'Kartu SIM hilang' })).toHaveCount(0)
})

test('an admin writes a service of the queue by the keyboard, and it stands among those that counters have', async ({
  demo,
  openConsole,
}) => {
  const { page, app } = await openConsole({ server: demo.url, lang: 'id' })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  await agentAt(page).enrol(demo.code('HQ'), 'Pusat')
  await agentAt(page).signIn(demoPeople.admin)
  const press = (key: string) => page.keyboard.press(key)
  await page.getByText(vocabulary.id.frame.pill.up).first().waitFor()
  await press('Alt+8')
  await page.getByText(queue.part.services, { exact: true }).click()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await press('Alt+n')
  const form = page.getByRole('region', { name: services.form })
  await form.waitFor()
  const fill = (field: keyof typeof services.field, text: string) =>
    form.getByLabel(services.field[field], { exact: true }).fill(text)
  await fill('code', 'wicara')
  await fill('labelId', 'Layanan wicara')
  await fill('labelEn', 'Spoken service')
  await fill('prefix', 'a')
  await press('Control+Enter')
  await expect(form.getByText(services.wrong.letterTaken)).toBeVisible()
  await expectFocus(form.getByLabel(services.field.prefix, { exact: true }))
  await look(page, 'queue-services')
  expect(await findingsOn(page, 'queue services', ['dark'])).toEqual([])
  await fill('prefix', 'w')
  await press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: 'Layanan wicara' })).toBeVisible()
})
