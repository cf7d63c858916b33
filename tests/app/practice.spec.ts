import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import type { Console } from './console.ts'
import { databaseIn } from './database.ts'
import { demoPeople } from './demo.ts'
import { look } from './look.ts'
import { connectTelephone } from './telephone.ts'
import { expect, test } from './with-demo.ts'

const { calls, common, frame, practice, work } = vocabulary.id

const band = (page: Page) => page.getByRole('complementary', { name: practice.label })
const journalOf = ({ userData }: Console) =>
  readFile(join(userData, 'journal', 'journal.jsonl'), 'utf8').catch(() => '')

test('practice is marked on every screen, and real work is neither seen nor changed by it, nor the other way round', async ({
  demo,
  cuttableLine,
  openConsole,
}) => {
  test.setTimeout(240_000)
  const line = await cuttableLine(demo.url)
  const desk = await openConsole({ server: line.url, lang: 'id', env: { LOKET_CALL_PORT: '0' } })
  const { page } = desk
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  const agent = agentAt(page)
  await agent.enrol(demo.code('KDI'))
  await agent.signIn(demoPeople.branch)
  await page
    .getByText(/400 pelanggan/)
    .first()
    .waitFor()
  await expect(band(page)).toHaveCount(0)
  const telephone = await connectTelephone(page)
  await line.cut()
  await agent.register('Siti Sungguhan', '0817 5550 777')
  await expect(page.getByText(/1 menunggu/).first()).toBeVisible()
  const journal = await journalOf(desk)

  await page.keyboard.press('Alt+9')
  await page.getByRole('button', { name: practice.enter }).click()
  await expect(band(page)).toContainText(practice.text)
  await page
    .getByText(/30 pelanggan/)
    .first()
    .waitFor()
  await look(page, 'practice-desk')
  expect(await findingsOn(page, 'practice')).toEqual([])
  await page.keyboard.press('Alt+2')
  await page.getByLabel(work.search.field, { exact: true }).fill('Siti Sungguhan')
  await expect(page.getByRole('button', { name: work.search.registerWith('Siti Sungguhan') })).toBeVisible()
  await expect(band(page)).toBeVisible()

  // A real call does not land among made-up customers; it waits.
  expect(await telephone.say('ringing', 'real', '0817 5550 777')).toBe(202)
  await page.keyboard.press('Alt+9')
  await page.getByLabel(calls.simulator.number).fill('0817 0000 1005')
  await page.keyboard.press('Enter')
  const card = page.getByTestId('call-card')
  await expect(card).toContainText('0817-0000-1005')
  await look(page, 'practice-call')
  await agent.contact({ reason: 'Kuota tidak masuk', disposition: 'information_given', note: 'Rekaan' })
  await expect(page.getByTestId('sync-pill')).toHaveText(practice.pill)
  await agent.lock()
  await expect(band(page)).toContainText(practice.password)
  await look(page, 'practice-lock')
  expect(await findingsOn(page, 'practice, locked')).toEqual([])
  await page.getByLabel(frame.signIn.password, { exact: true }).fill('latihan')
  await page.keyboard.press('Enter')
  await page.getByTestId('sync-pill').waitFor()
  expect(await journalOf(desk)).toBe(journal)

  await band(page).getByRole('button', { name: practice.leave }).click()
  await expect(band(page)).toHaveCount(0)
  await agent.signIn(demoPeople.branch)
  await expect(card).toContainText('0817-5550-777')
  await expect(page.getByText(/1 menunggu/).first()).toBeVisible()
  await agent.find('Siti Sungguhan')
  await page.keyboard.press('Alt+2')
  await page.getByLabel(work.search.field, { exact: true }).fill('0817 0000 1005')
  await expect(page.getByText(/400|401/).first()).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(0)

  await line.restore()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/menunggu/)).toHaveCount(0, { timeout: 30_000 })
  await expect(page.getByText(common.recordStates.saved_here)).toHaveCount(0)
  await demo.stop()
  await using database = await databaseIn(demo.dataFolder)
  expect(
    await database.ask(
      `select body -> 'steps' -> 0 ->> 'kind' as kind from operation where centre_id = 'KDI'`,
    ),
  ).toEqual([{ kind: 'registerCustomer' }])
  expect(
    await database.ask(
      `select count(*)::int as n from document where body ->> 'note' = 'Rekaan' or id like 'practice-%'`,
    ),
  ).toEqual([{ n: 0 }])
})
