import type { Page } from '@playwright/test'
import { agentAt, vocabulary } from './agent.ts'
import { demoPeople } from './demo.ts'
import { expect, test } from './with-demo.ts'

/** More than any screen has. */
const mostStops = 150

interface Walk {
  readonly stops: number
  /** What had the focus and could not be seen. */
  readonly hidden: readonly string[]
}

/** Follows Tab round the screen, as somebody without a mouse would, and looks whether the focus can be seen. */
async function tabRound(page: Page): Promise<Walk> {
  const hidden = new Set<string>()
  const seen = new Set<number>()
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    const { at, name, isSeen } = await page.evaluate(focusNow)
    if (!isSeen) hidden.add(name)
    if (seen.has(at) && seen.size > 3) break
    seen.add(at)
  }
  return { stops: seen.size, hidden: [...hidden] }
}

/** In the page: what has the focus, and whether any of it, or of its label, is on top of everything else. */
function focusNow(): { at: number; name: string; isSeen: boolean } {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body)
    return { at: -1, name: 'body', isSeen: true }
  const at = [...document.querySelectorAll('*')].indexOf(element)
  const said = element.ariaLabel ?? element.textContent.trim().slice(0, 40)
  const name = `${element.tagName} ${element.id} ${element.getAttribute('value') ?? ''} ${said}`
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
  const isSeen = [element, ...labels].some((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect()
    return [0.02, 0.25, 0.5, 0.75, 0.98].some((across) =>
      [0.1, 0.5, 0.9].some((down) => {
        const hit = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down)
        return hit !== null && part.contains(hit)
      }),
    )
  })
  return { at, name, isSeen }
}

test('at 200 % nothing runs out of the window, and no bar hides what has the focus', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(240_000)
  const { app, page } = await openConsole({ server: demo.url })
  const { frame, work } = vocabulary.id
  const agent = agentAt(page)
  await agent.enrol(demo.code('KDI'))
  await agent.signIn(demoPeople.supervisor)
  await page.getByText(work.desk.myTickets).first().waitFor()
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setContentSize(1366, 768)
    window?.webContents.setZoomFactor(2)
  })
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(683)
  const found: string[] = []
  const look = async (name: string) => {
    await page.waitForTimeout(300)
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (beyond > 0) found.push(`${name}: runs ${beyond} px out of the window`)
    const { stops, hidden } = await tabRound(page)
    expect(stops).toBeGreaterThan(3)
    found.push(...hidden.map((what) => `${name}: ${what} has the focus and is hidden`))
  }

  await look('desk')
  for (const [name, key] of [
    ['search', 'Alt+2'],
    ['tickets', 'Alt+3'],
    ['catalogue', 'Alt+4'],
    ['sync', 'Alt+6'],
    ['decisions', 'Alt+7'],
    ['queue', 'Alt+8'],
    ['knowledge', 'Alt+0'],
    ['day', 'Alt+h'],
    ['settings', 'Alt+9'],
    ['register', 'Alt+b'],
  ] as const) {
    await page.keyboard.press(key)
    await look(name)
  }
  await agent.find('rahmatia')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await look('customer')
  await page.keyboard.press('F4')
  await page.getByLabel(work.contact.withTicket).check()
  await look('contact with a ticket')
  await page.keyboard.press('F9')
  await page.getByRole('dialog').waitFor()
  await look('payment')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+l')
  await page.getByRole('heading', { name: frame.signIn.unlock }).waitFor()
  await look('lock')
  expect(found).toEqual([])
})
