import type { Page } from '@playwright/test'
import { agentAt, vocabulary } from './agent.ts'
import { databaseIn } from './database.ts'
import { demoPassword, demoPeople } from './demo.ts'
import { expect, test } from './with-demo.ts'

const { frame, problems } = vocabulary.id
const passwordOf = (page: Page) => page.getByLabel(frame.signIn.password, { exact: true })

test('[S1] a wrong device code and a used one are refused in the same words', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(120_000)
  const first = await openConsole({ server: demo.url })
  await agentAt(first.page).askToEnrol('KDI-AAAA-AAAA')
  await expect(first.page.getByRole('alert')).toHaveText(problems.enrolment_code_invalid)
  const code = demo.code('KDI')
  await agentAt(first.page).enrol(code)

  const second = await openConsole({ server: demo.url })
  await agentAt(second.page).askToEnrol(code, 'Loket 2')
  await expect(second.page.getByRole('alert')).toHaveText(problems.enrolment_code_invalid)
  await expect(passwordOf(second.page)).toHaveCount(0)
})

test('an enrolment survives a kill at once, for its code cannot be used again', async ({
  demo,
  openConsole,
}) => {
  const desk = await openConsole({ server: demo.url })
  await agentAt(desk.page).enrol(demo.code('KDI'))
  await desk.kill()
  await desk.restart()
  await agentAt(desk.page).signIn(demoPeople.agent)
})

test('a first start without headquarters says so, and enrols by itself once it is there', async ({
  demo,
  cuttableLine,
  openConsole,
}) => {
  test.setTimeout(120_000)
  const line = await cuttableLine(demo.url)
  await line.cut()
  const { page } = await openConsole({ server: line.url })
  await agentAt(page).askToEnrol(demo.code('KDI'))
  await expect(page.getByRole('note').getByText(frame.enrol.unreachable)).toBeVisible()
  await expect(page.getByRole('note')).toContainText(/Dicoba lagi otomatis dalam \d+ detik/)
  await line.restore()
  await expect(passwordOf(page)).toBeVisible({ timeout: 30_000 })
  await agentAt(page).signIn(demoPeople.agent)
})

test('[S2] a wrong password and an unknown name get the same words; many tries have to wait', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(120_000)
  const { page } = await openConsole({ server: demo.url })
  const agent = agentAt(page)
  const alert = page.getByRole('alert')
  await agent.enrol(demo.code('KDI'))
  const said: string[] = []
  for (const username of [demoPeople.agent, 'tidak.ada']) {
    await agent.askToSignIn(username, 'salah-sekali')
    await expect(alert).toContainText(problems.sign_in_failed)
    said.push(await alert.innerText())
    await page.reload()
  }
  expect(said[1]).toBe(said[0])

  await expect(async () => {
    await agent.askToSignIn(demoPeople.agent, 'salah-sekali')
    await expect(page.getByText(problems.sign_in_slow_down)).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByText(/^Coba lagi dalam \d+ detik$/)).toBeVisible()
  await expect(page.getByRole('button', { name: frame.signIn.submit, exact: true })).toBeDisabled()
})

test('[S7] without a line, somebody who never signed in on this PC is told so; who did gets in', async ({
  demo,
  cuttableLine,
  openConsole,
}) => {
  test.setTimeout(120_000)
  const line = await cuttableLine(demo.url)
  const { page } = await openConsole({ server: line.url })
  const agent = agentAt(page)
  await agent.enrol(demo.code('KDI'))
  await agent.signIn(demoPeople.agent)
  await line.cut()
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('sync-pill')).toHaveText(frame.pill.offline)
  await agent.lock()
  await expect(page.getByText(frame.signIn.offline)).toBeVisible()

  await agent.notMe()
  await agent.askToSignIn(demoPeople.branch)
  await expect(page.getByText(frame.signIn.offlineStranger)).toBeVisible()
  await expect(page.getByRole('alert').getByText(problems.unreachable)).toBeVisible()
  await expect(page.getByTestId('sync-pill')).toHaveCount(0)

  await agent.notMe()
  await agent.askToSignIn(demoPeople.agent, 'salah-sekali')
  await expect(page.getByText(problems.sign_in_failed)).toBeVisible()
  await agent.askToSignIn(demoPeople.agent, demoPassword)
  await expect(page.getByTestId('sync-pill')).toHaveText(frame.pill.offline)
})

test('[O2] headquarters killed while a desk sends gets each piece of work once', async ({
  demo,
  cuttableLine,
  openConsole,
}) => {
  test.setTimeout(240_000)
  const line = await cuttableLine(demo.url)
  const { page } = await openConsole({ server: line.url })
  const agent = agentAt(page)
  await agent.enrol(demo.code('KDI'))
  await agent.signIn(demoPeople.branch)
  const notes: string[] = []
  // Killed as the batch leaves, and when its first answer's bytes are due: before, in and after the transaction.
  for (const moment of ['request', 'response'] as const) {
    await line.cut()
    for (const number of [1, 2, 3]) {
      const note = `Dimatikan saat ${moment} ${number}`
      await agent.contact({ reason: 'Tanya paket', disposition: 'information_given', note })
      notes.push(note)
    }
    const work = (one: { url(): string }) => one.url().endsWith('/v1/operations')
    const sending = moment === 'request' ? page.waitForRequest(work) : page.waitForResponse(work)
    await line.restore()
    await page.keyboard.press('Control+s')
    await sending
    await demo.kill()
    await demo.restart()
    await page.keyboard.press('Control+s')
    await expect(page.getByTestId('sync-pill')).toHaveText(frame.pill.up, { timeout: 90_000 })
  }
  await demo.stop()
  await using database = await databaseIn(demo.dataFolder)
  expect(
    await database.ask(
      `select body->>'note' as note, count(*)::int as n from document
       where collection = 'contacts' and body->>'note' like 'Dimatikan saat%' group by 1 order by 1`,
    ),
  ).toEqual(notes.toSorted().map((note) => ({ note, n: 1 })))
  expect(
    await database.ask(`select count(*)::int as n from operation where body::text like '%Dimatikan saat%'`),
  ).toEqual([{ n: notes.length }])
})
