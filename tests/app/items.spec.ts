import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Item } from '#domain/item/item.ts'
import { items as words } from '#renderer/words/id/items.ts'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { demoPeople } from './demo.ts'
import { eightConflicts } from './eight-conflicts.ts'
import { expectFocus } from './focus.ts'
import { look } from './look.ts'
import { otherDesk } from './other-desk.ts'
import { expect, test } from './with-demo.ts'

const { frame, terms } = vocabulary.id

/** Goes to an item in the list by the keyboard alone. */
async function goTo(page: Page, itemId: string): Promise<void> {
  const row = page.locator(`[data-item="${itemId}"]`)
  await row.waitFor()
  await page.keyboard.press('Home')
  for (let steps = 0; (await row.getAttribute('aria-selected')) !== 'true'; steps++) {
    if (steps > 60) throw new Error('the item cannot be reached by the keyboard')
    await page.keyboard.press('j')
  }
  await expectFocus(row)
  await page.locator(`[data-detail="${itemId}"]`).waitFor()
}

test('[I7] eight conflicts are decided through the screen, by the keyboard, and headquarters has what was decided', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(300_000)
  const other = await otherDesk(demo.url, demo.code('KDI'), demoPeople.agent)
  const items = await eightConflicts(other)
  const desk = await openConsole({ server: demo.url, lang: 'id' })
  const { page, app } = desk
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  await agentAt(page).enrol(demo.code('KDI'))
  await agentAt(page).signIn(demoPeople.supervisor)
  await page
    .getByText(/40\d pelanggan/)
    .first()
    .waitFor()
  await page.keyboard.press('Alt+7')
  await page.getByRole('heading', { name: words.title }).waitFor()
  await expect(page.locator('[data-item]')).toHaveCount(8)
  expect(await findingsOn(page, 'decisions', ['dark'])).toEqual([])
  const idOf = (name: string) => items[name]?.id ?? ''
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const decide = async (name: string, ...keys: string[]) => {
    await goTo(page, idOf(name))
    await press(...keys)
  }
  const isGone = (name: string) => expect(page.locator(`[data-item="${idOf(name)}"]`)).toHaveCount(0)

  await look(page, 'list')
  for (const name of Object.keys(items)) {
    await goTo(page, idOf(name))
    await look(page, name)
  }
  await decide('keep', '1')
  await isGone('keep')
  // The keyboard goes on in the list by itself.
  await expect(page.locator('[data-item]:focus')).toHaveCount(1)
  await decide('mine', '2')
  await isGone('mine')

  await decide('edit', '3')
  await look(page, 'edit-form')
  await page.getByLabel(terms.field.phone, { exact: true }).fill('besok saja')
  await press('Control+Enter')
  await expect(page.getByText(words.wrong)).toBeVisible()
  await page.getByLabel(terms.field.phone, { exact: true }).fill('0817 9990 222')
  await page.getByLabel(words.note).fill('Ditanyakan kepada pelanggan')
  await press('Control+Enter')
  await isGone('edit')

  await decide('leave', '1')
  await isGone('leave')
  await decide('move', '2')
  await look(page, 'move-form')
  await page
    .getByRole('combobox', { name: words.payload.to })
    .or(page.getByRole('textbox', { name: words.payload.to }))
    .first()
    .click()
  await page.getByRole('option', { name: terms.ticketStatus.in_progress }).click()
  await press('Control+Enter')
  await isGone('move')

  await decide('twin', '1')
  await isGone('twin')
  await decide('other', '2')
  await isGone('other')

  await decide('forbidden', '1')
  await look(page, 'forbidden-form')
  await page.getByLabel(terms.field.name, { exact: true }).fill('Nama Benar')
  await press('Control+Enter')
  await isGone('forbidden')
  await expect(page.getByText(words.empty.open)).toBeVisible()
  await expect(page.getByTestId('sync-pill')).toHaveText(frame.pill.up, { timeout: 60_000 })

  const atHeadquarters = new Map((await other.all('items')).map((item) => [item.id, item]))
  const decided = (name: string): Item | undefined => atHeadquarters.get(idOf(name))
  expect(Object.fromEntries(Object.keys(items).map((name) => [name, decided(name)?.decision]))).toEqual({
    keep: 'keep_present',
    mine: 'take_mine',
    edit: 'edited',
    leave: 'noted',
    move: 'sent',
    twin: 'linked',
    other: 'keep_present',
    forbidden: 'sent',
  })
  expect(decided('edit')).toMatchObject({
    note: 'Ditanyakan kepada pelanggan',
    values: { phone: '+628179990222', city: 'Kolaka' },
  })
  const customers = new Map((await other.all('customers')).map((each) => [each.id, each]))
  const of = (name: string) => customers.get(items[name]?.of ?? '')
  expect(of('keep')?.city).not.toBe('Kota Baru')
  expect(of('mine')?.email).toBe('baru@example.com')
  expect(of('edit')).toMatchObject({ phone: '+628179990222', city: 'Kolaka' })
  expect(of('twin')?.mergedInto).toBeDefined()
  expect(of('other')?.mergedInto).toBeUndefined()
  expect(of('forbidden')?.name).toBe('Nama Benar')
  const tickets = new Map((await other.all('tickets')).map((each) => [each.id, each]))
  expect(tickets.get(items['leave']?.of ?? '')?.status).toBe('new')
  expect(tickets.get(items['move']?.of ?? '')?.status).toBe('in_progress')

  await page.keyboard.press('Alt+6')
  await look(page, 'sync')
  await page.keyboard.press('Alt+7')
  // Everything stays readable, and a link is undone where it was decided.
  await page.getByText(words.view.decided, { exact: true }).click()
  await expect(page.locator('[data-item]')).toHaveCount(8)
  await page.locator(`[data-item="${idOf('twin')}"]`).click()
  await look(page, 'decided')
  await page.getByRole('button', { name: words.undoLink }).click()
  await expect(page.getByRole('button', { name: words.undoLink })).toHaveCount(0)
  await expect(page.getByTestId('sync-pill')).toHaveText(frame.pill.up, { timeout: 60_000 })
  await expect
    .poll(async () => (await other.all('customers')).find(({ id }) => id === items['twin']?.of)?.mergedInto)
    .toBeUndefined()
})

test('[I5][I6][I9] an agent hands over and puts off; a supervisor finds it, and saves a file', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(240_000)
  const other = await otherDesk(demo.url, demo.code('KDI'), demoPeople.agent)
  const items = await eightConflicts(other)
  const id = items['forbidden']?.id ?? ''
  const { page, app } = await openConsole({ server: demo.url, lang: 'id' })
  await agentAt(page).enrol(demo.code('KDI'))
  await agentAt(page).signIn(demoPeople.agent)
  await page
    .getByText(/40\d pelanggan/)
    .first()
    .waitFor()
  await page.keyboard.press('Alt+7')
  await expect(page.locator('[data-item]')).toHaveCount(8)
  await expect(page.getByRole('button', { name: words.export })).toHaveCount(0)
  await goTo(page, id)
  await expect(page.getByText(words.cannotSend)).toBeVisible()
  await page.keyboard.press('1')
  await look(page, 'hand-over-form')
  await page.getByLabel(words.note).fill('KTP sudah saya lihat')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator(`[data-item="${id}"]`)).toContainText(words.supervisors)

  // Later: out of sight, and it counts on.
  const later = items['keep']?.id ?? ''
  await goTo(page, later)
  await page.keyboard.press('5')
  await look(page, 'later-form')
  await page.keyboard.press('Enter')
  await expect(page.locator(`[data-item="${later}"]`)).toHaveCount(0)
  await expect(page.getByText(words.laterCount('1'))).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: words.count('8') })).toBeVisible()
  await page.getByRole('button', { name: words.showLater }).click()
  await page.locator(`[data-item="${later}"]`).click()
  await page.getByRole('button', { name: words.bringBack }).click()
  await expect(page.getByText(words.laterCount('1'))).toHaveCount(0)

  await agentAt(page).lock()
  await agentAt(page).notMe()
  await agentAt(page).signIn(demoPeople.supervisor)
  await page.keyboard.press('Alt+7')
  await page.getByText(words.view.forMe, { exact: true }).click()
  await expect(page.locator('[data-item]')).toHaveCount(1)
  await expect(page.getByText('KTP sudah saya lihat')).toBeVisible()
  await look(page, 'for-me')
  await page.getByText(words.view.open, { exact: true }).click()
  const folder = await mkdtemp(join(tmpdir(), 'loket-file-'))
  const path = join(folder, 'items.jsonl')
  await app.evaluate(({ session }, to) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(to))
  }, path)
  await page.getByRole('button', { name: words.export }).click()
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain(id)
  expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(8)
})
