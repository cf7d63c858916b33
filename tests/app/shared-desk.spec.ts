import type { Page } from '@playwright/test'
import { pin } from '#renderer/words/id/pin.ts'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { databaseIn } from './database.ts'
import { demoPassword, demoPeople } from './demo.ts'
import { expectFocus } from './focus.ts'
import { look } from './look.ts'
import { expect, test } from './with-demo.ts'

const { frame, problems, work } = vocabulary.id

test('[S8] (H23) work that one person left unsent is sent as hers when another one signs in', async ({
  demo,
  cuttableLine,
  openConsole,
}) => {
  test.setTimeout(180_000)
  const line = await cuttableLine(demo.url)
  const desk = await openConsole({ server: line.url })
  const first = agentAt(desk.page)
  const done = { reason: 'Tanya paket', disposition: 'information_given' } as const
  await first.enrol(demo.code('KDI'))
  await first.signIn(demoPeople.agent)
  await first.find('rahma')
  await line.cut()
  await first.contact({ ...done, note: 'Orang pertama' })
  await first.lock()
  await expect(desk.page.getByText(frame.signIn.unsent('1'))).toBeVisible()

  // After a restart nothing in memory speaks for the first person any more.
  await desk.kill()
  await line.restore()
  await desk.restart()
  const second = agentAt(desk.page)
  await second.notMe()
  await second.signIn(demoPeople.branch)
  await second.find('rahma')
  await second.contact({ ...done, note: 'Orang kedua' })
  await expect(desk.page.getByTestId('sync-pill')).toHaveText(frame.pill.up, { timeout: 30_000 })

  await demo.stop()
  await using database = await databaseIn(demo.dataFolder)
  expect(
    await database.ask(
      `select body->>'note' as note, username from document
       join credential on staff_id = body->>'agentId'
       where collection = 'contacts' and body->>'note' like 'Orang %' order by 1`,
    ),
  ).toEqual([
    { note: 'Orang kedua', username: demoPeople.branch },
    { note: 'Orang pertama', username: demoPeople.agent },
  ])
  expect(
    await database.ask(
      `select username from operation join credential on staff_id = actor_id
       where centre_id = 'KDI' order by device_seq`,
    ),
  ).toEqual([{ username: demoPeople.agent }, { username: demoPeople.branch }])
})

test('[S8] (H23) a running contact and a ticket that is being written survive kill -9 and a lock, opened by password or PIN, and nobody else on this PC sees them', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(180_000)
  const desk = await openConsole({ server: demo.url })
  const subject = 'Tiket yang belum selesai ditulis'
  const note = 'Setengah jalan, pelanggan masih di depan loket'
  const typed = () => desk.page.locator('#contact-note')
  const expectRunning = async () => {
    await expect(typed()).toHaveValue(note)
    const panel = desk.page.getByRole('complementary', { name: frame.header.contactPanel })
    await expect(panel.getByRole('button', { name })).toBeVisible()
    await panel.getByRole('button', { name }).click()
    await desk.page.keyboard.press('Alt+t')
    await expect(desk.page.getByLabel(work.ticketForm.subject, { exact: true })).toHaveValue(subject)
    await desk.page.keyboard.press('Escape')
  }
  await agentAt(desk.page).enrol(demo.code('KDI'))
  await agentAt(desk.page).signIn(demoPeople.agent)
  await agentAt(desk.page).find('rahma')
  await desk.page.keyboard.press('F4')
  await typed().fill(note)
  const name = await desk.page.getByRole('heading', { level: 1 }).innerText()
  // Nobody waits for the dialog: what is typed into nothing yet is in its first field.
  await desk.page.keyboard.press('Alt+t')
  await desk.page.keyboard.type('kuo')
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByRole('dialog').getByLabel(work.ticketForm.reason)).toHaveValue(
    'Kuota tidak masuk',
  )
  await desk.page.getByLabel(work.ticketForm.subject, { exact: true }).fill(subject)
  await expect.poll(() => keptOnThisPc(desk.page)).toContain(note)
  await expect.poll(() => keptOnThisPc(desk.page)).toContain(subject)

  await desk.kill()
  await desk.restart()
  await agentAt(desk.page).signIn(demoPeople.agent)
  await expectRunning()

  await agentAt(desk.page).lock()
  await expect(typed()).toHaveCount(0)
  await agentAt(desk.page).signIn(demoPeople.agent)
  await expectRunning()

  await agentAt(desk.page).lock()
  await agentAt(desk.page).notMe()
  await agentAt(desk.page).signIn(demoPeople.branch)
  await expect(desk.page.getByText(work.desk.myTickets).first()).toBeVisible()
  await desk.page.keyboard.press('F4')
  await expect(typed()).toHaveValue('')
  await expect(desk.page.getByText(name)).toHaveCount(0)
  await agentAt(desk.page).find('rahma')
  await desk.page.getByRole('heading', { level: 1, name }).waitFor()
  await desk.page.keyboard.press('Alt+t')
  await expect(desk.page.getByLabel(work.ticketForm.subject, { exact: true })).toHaveValue('')
  await desk.page.keyboard.press('Escape')

  await agentAt(desk.page).lock()
  await agentAt(desk.page).signIn(demoPeople.agent)
  await expectRunning()
  await byPin(desk.page)
  await expectRunning()
})

/** Makes a PIN, locks the desk and opens it again, by the keyboard alone. */
async function byPin(page: Page): Promise<void> {
  const keys = page.keyboard
  const right = '274913'
  await keys.press('Alt+9')
  await page.getByRole('button', { name: pin.make }).press('Enter')
  await expectFocus(page.getByLabel(pin.password, { exact: true }))
  await keys.type(demoPassword)
  await keys.press('Tab')
  await keys.type(right)
  await keys.press('Tab')
  await keys.type(right)
  await look(page, 'pin-make')
  await keys.press('Control+Enter')
  await page.getByText(pin.isSet).waitFor()
  expect(await findingsOn(page, 'settings with a PIN', ['dark'])).toEqual([])
  await agentAt(page).lock()
  await page.getByRole('button', { name: demoPeople.agent }).press('Enter')
  await expectFocus(page.getByLabel(`${pin.field}: ${pin.digit('1')}`))
  await keys.type('000000')
  await page.getByText(problems.pin_wrong).waitFor()
  await page.getByText(pin.left('4')).waitFor()
  await look(page, 'pin-unlock')
  expect(await findingsOn(page, 'a PIN that did not fit', ['dark'])).toEqual([])
  await expectFocus(page.getByLabel(`${pin.field}: ${pin.digit('1')}`))
  await keys.type(right)
  await page.getByTestId('sync-pill').waitFor()
}

/** The drafts as they lie in this PC's own store, as text. */
function keptOnThisPc(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('loket-local')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('rows').objectStore('rows').getAll()
          reading.addEventListener('error', () => reject(reading.error))
          reading.addEventListener('success', () => {
            opening.result.close()
            resolve(JSON.stringify(reading.result))
          })
        })
      }),
  )
}
