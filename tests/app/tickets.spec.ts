import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { demoPeople } from './demo.ts'
import { expectFocus } from './focus.ts'
import { expect, test } from './with-demo.ts'

const { terms, ticketing, work } = vocabulary.id

/** `SHOTS=folder` keeps pictures of what stands on the screen, for whoever changes it. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (folder === undefined) return
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' })
  }
}

/** Keys one after another, and how many there were. */
function keyboard(page: Page) {
  const counted = { keys: 0 }
  return {
    counted,
    press: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        counted.keys += 1
        await page.keyboard.press(key)
      }
    },
    type: async (text: string): Promise<void> => {
      counted.keys += text.length
      await page.keyboard.type(text)
    },
  }
}

const focused = (page: Page, id: string) => expectFocus(page.locator(`#${id}`))

test('by the keyboard alone: a macro puts words, status and task ready, one key saves all; the ticket cannot be resolved until the department has answered; five tickets change at once', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(300_000)
  const { page, app } = await openConsole({ server: demo.url, lang: 'id' })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
  const agent = agentAt(page)
  await agent.enrol(demo.code('KDI'))
  await agent.signIn(demoPeople.agent)
  await page
    .getByText(/40\d pelanggan/)
    .first()
    .waitFor()
  await agent.register('Wa Ode Sitti', '081790001234')
  const { press, type, counted } = keyboard(page)
  await press('t')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null))
    .toBe(true)
  await type('sinyal')
  await page.getByRole('option').first().waitFor()
  await press('Enter', 'Tab')
  await type('Sinyal hilang di Abeli')
  await press('Control+Enter')
  await page.getByRole('heading', { name: work.ticket.move }).waitFor()

  counted.keys = 0
  await press('m')
  await focused(page, 'ticket-macro')
  await type('sin')
  await page.getByRole('option').first().waitFor()
  await press('Enter')
  const staged = page.getByRole('region', { name: ticketing.macro.staged })
  await expect(staged.getByLabel(ticketing.macro.status, { exact: true })).toHaveValue(
    terms.ticketStatus.in_progress,
  )
  await expect(staged.getByLabel(ticketing.tasks.what, { exact: true })).toHaveValue(/BTS/)
  await expectFocus(page.getByLabel(work.ticket.note, { exact: true }))
  await look(page, 'macro-staged')
  expect(await findingsOn(page, 'a macro put ready', ['dark'])).toEqual([])
  await press('Control+Enter')
  await expect(staged).toHaveCount(0)
  await expect(page.getByText(ticketing.taskState.open, { exact: true })).toBeVisible()
  test.info().annotations.push({ type: 'keystrokes', description: `macro with task: ${counted.keys}` })

  // To the statuses, and to the one that is blocked.
  await press('Alt+s')
  const resolved = page.getByRole('button', { name: terms.ticketStatus.resolved, exact: true })
  for (let tabs = 0; !(await resolved.evaluate((button) => button === document.activeElement)); tabs++) {
    if (tabs > 8) throw new Error('the status cannot be reached by the keyboard')
    await press('Tab')
  }
  await press('Enter')
  await expect(page.getByText(ticketing.tasks.blocked)).toBeVisible()
  await look(page, 'resolve-blocked')
  expect(await findingsOn(page, 'a blocked resolve', ['dark'])).toEqual([])
  await press('Enter')
  await expectFocus(page.getByRole('button', { name: `${ticketing.tasks.answer}…` }))
  await press('Enter')
  await type('BTS sudah normal')
  await look(page, 'task-answer')
  expect(await findingsOn(page, 'the answer of a department', ['dark'])).toEqual([])
  await press('Control+Enter')
  await expect(page.getByText(ticketing.taskState.done, { exact: true })).toBeVisible()

  await expect(page.locator('main form')).toHaveCount(0)
  await press('m')
  await focused(page, 'ticket-macro')
  await type('selesai jar')
  await page.getByRole('option').first().waitFor()
  await press('Enter')
  await press('Control+Enter')
  await expect(page.getByText(terms.ticketStatus.resolved).first()).toBeVisible()
  await look(page, 'ticket-resolved')

  await press('Alt+3')
  await page.getByRole('grid', { name: ticketing.list.view.mine }).getByRole('row').first().waitFor()
  await press(']')
  const grid = page.getByRole('grid', { name: ticketing.list.view.open })
  await grid.getByRole('row').nth(6).waitFor()
  await look(page, 'tickets-open')
  expect(await findingsOn(page, 'the list of tickets', ['dark'])).toEqual([])
  await grid.getByRole('row').nth(1).focus()
  await press('Space', ...Array.from({ length: 4 }, () => 'Shift+ArrowDown'))
  await expect(page.getByText(ticketing.list.selected('5'))).toBeVisible()
  await press('y')
  await focused(page, 'staged-priority')
  await type('p2')
  await page.getByRole('option', { name: terms.priority.p2 }).first().waitFor()
  await press('Enter')
  await look(page, 'tickets-bulk')
  expect(await findingsOn(page, 'five tickets chosen', ['dark'])).toEqual([])
  await press('Control+Enter')
  await expect(page.getByText(ticketing.list.worked('5')).first()).toBeVisible()
  await look(page, 'tickets-bulk-done')
})
