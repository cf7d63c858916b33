import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day as words } from '#renderer/words/id/day.ts'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { demoPeople } from './demo.ts'
import { look } from './look.ts'
import { expect, test } from './with-demo.ts'

const { frame } = vocabulary.id

test('a supervisor sees the day, the week and what is left before the shop closes; an agent does not', async ({
  demo,
  openConsole,
  cuttableLine,
}) => {
  const line = await cuttableLine(demo.url)
  const { page, app } = await openConsole({ server: line.url, lang: 'id' })
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
  await page.getByRole('button', { name: words.export }).click()
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('started_at,agent')

  await line.cut()
  await page.getByText(words.part.closing, { exact: true }).click()
  await expect(page.getByTestId('sync-pill')).toContainText(frame.pill.offline, { timeout: 60_000 })
  await expect(page.getByText(words.closing.noContact)).toBeVisible()
  await look(page, 'day-closing-offline')
  expect(await findingsOn(page, 'closing', ['dark'])).toEqual([])
})
