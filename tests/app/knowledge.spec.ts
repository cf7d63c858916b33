import { knowledge as knowledgeEn } from '#renderer/words/en/knowledge.ts'
import { knowledge } from '#renderer/words/id/knowledge.ts'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { demoPeople } from './demo.ts'
import { expectFocus } from './focus.ts'
import { look } from './look.ts'
import { expect, test } from './with-demo.ts'

const { work } = vocabulary.id
const outage = 'Serat optik putus di Sulawesi'

test('an article is found and read without a line by the keyboard; an outage stands on the desk and on its reason', async ({
  demo,
  openConsole,
  cuttableLine,
}) => {
  const line = await cuttableLine(demo.url)
  const desk = await openConsole({ server: line.url, lang: 'id' })
  const { page, app } = desk
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  await agentAt(page).enrol(demo.code('KDI'))
  await agentAt(page).signIn(demoPeople.branch)
  await page
    .getByText(/400 pelanggan/)
    .first()
    .waitFor()
  await line.cut()
  const press = (key: string) => page.keyboard.press(key)

  await expect(page.getByRole('main').getByText(outage)).toBeVisible()
  await look(page, 'desk-notices')
  expect(await findingsOn(page, 'desk with notices', ['dark'])).toEqual([])

  await press('Alt+0')
  const field = page.getByLabel(knowledge.field, { exact: true })
  await expectFocus(field)
  const options = page.getByRole('listbox', { name: knowledge.list }).getByRole('option')
  await expect(options).toHaveCount(19)
  await look(page, 'knowledge')
  expect(await findingsOn(page, 'knowledge', ['dark'])).toEqual([])
  await page.keyboard.type('wajah dukcapil')
  await expect(options).toHaveCount(2)
  const article = page.getByRole('article')
  await expect(article.getByRole('heading', { level: 2 })).toHaveText(/Ganti kartu SIM/)
  await press('ArrowDown')
  await expect(article.getByRole('heading', { level: 2 })).toHaveText(/Registrasi kartu prabayar/)
  await press('Enter')
  await expectFocus(article)
  await expect(article.getByText(knowledge.steps)).toBeVisible()
  await expect(article.getByText(/Edisi 1/)).toBeVisible()
  await look(page, 'knowledge-article')
  await press('Alt+0')
  await field.fill('kulkas meledak')
  await expect(page.getByText(knowledge.nothing)).toBeVisible()
  expect(await findingsOn(page, 'knowledge, nothing found', ['dark'])).toEqual([])

  await press('F4')
  await press('Alt+r')
  await page.keyboard.type('sinyal')
  await page.getByRole('option', { name: /Sinyal hilang/ }).waitFor()
  await press('Enter')
  const panel = page.getByRole('complementary').first()
  await expect(panel.getByText(outage)).toBeVisible()
  await expect(panel.getByText('Sinyal hilang atau lemah', { exact: true })).toBeVisible()
  await look(page, 'contact-notices')
  expect(await findingsOn(page, 'contact with notices', ['dark'])).toEqual([])
  // What is read beside the running contact does not end it.
  await panel.getByRole('button', { name: outage }).press('Enter')
  await expect(article.getByRole('heading', { level: 2 })).toHaveText(outage)
  await expect(panel.getByText(work.contact.title, { exact: true })).toBeVisible()

  await press('Alt+9')
  await page.getByText('English', { exact: true }).click()
  await press('Alt+0')
  await page.getByLabel(knowledgeEn.field, { exact: true }).fill('face registry')
  await expect(article.getByRole('heading', { level: 2 })).toHaveText(/Swapping a SIM card/)
  await look(page, 'knowledge-en')
  expect(await findingsOn(page, 'knowledge, English', ['dark'])).toEqual([])
})
