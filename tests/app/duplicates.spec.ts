import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { demoPeople } from './demo.ts'
import { look } from './look.ts'
import { expect, test } from './with-demo.ts'

const { common, work } = vocabulary.id
const first = 'Muhammad Uji Ganda'

test('registering warns of a similar name, two records are merged side by side, and it is undone again', async ({
  demo,
  openConsole,
}) => {
  const { page, app } = await openConsole({ server: demo.url, lang: 'id' })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  const agent = agentAt(page)
  await agent.enrol(demo.code('KDI'))
  await agent.signIn(demoPeople.supervisor)
  await page
    .getByText(/40\d pelanggan/)
    .first()
    .waitFor()
  await agent.register(first, '0817 5550 701')

  await page.keyboard.press('Alt+b')
  await page.getByLabel(work.register.name, { exact: true }).fill('Moh. Ganda Uji')
  await expect(page.getByText(work.register.alike('1'))).toBeVisible()
  await look(page, 'register-alike')
  expect(await findingsOn(page, 'register', ['dark'])).toEqual([])
  // A warning is no hindrance.
  await page.getByLabel(work.register.phone, { exact: true }).fill('0817 5550 702')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Moh. Ganda Uji' }).waitFor()

  await page.getByRole('button', { name: common.more, exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: work.customer.link }).press('Enter')
  await page.getByLabel(work.customer.linkFind).fill(first)
  await page.getByRole('dialog').getByRole('button', { name: first }).press('Enter')
  const survivor = page.getByRole('region', { name: work.customer.linkSurvivor })
  await expect(survivor).toContainText(first)
  await page.getByRole('button', { name: work.customer.linkSwap }).press('Enter')
  await expect(survivor).toContainText('Moh. Ganda Uji')
  await page.getByRole('button', { name: work.customer.linkSwap }).press('Enter')
  await look(page, 'merge')
  expect(await findingsOn(page, 'merge', ['dark'])).toEqual([])
  await page.getByRole('button', { name: work.customer.linkDo, exact: true }).press('Enter')
  await page.getByRole('heading', { name: first }).waitFor()

  await page.keyboard.press('Escape')
  await expect(page.getByText(work.customer.merged)).toBeVisible()
  await page.getByRole('button', { name: work.customer.undoLink }).press('Enter')
  await expect(page.getByText(work.customer.undoLinkAsk)).toBeVisible()
  await page.getByRole('button', { name: work.customer.undoLink }).press('Enter')
  await expect(page.getByRole('button', { name: work.customer.undoLink })).toHaveCount(0)
})
