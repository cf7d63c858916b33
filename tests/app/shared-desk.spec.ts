import type { Page } from '@playwright/test'
import { agentAt, vocabulary } from './agent.ts'
import { databaseIn } from './database.ts'
import { demoPeople } from './demo.ts'
import { expect, test } from './with-demo.ts'

const { frame, work } = vocabulary.id

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

test('[S8] (H23) a running contact survives kill -9 and a lock, and nobody else on this PC sees it', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(180_000)
  const desk = await openConsole({ server: demo.url })
  const note = 'Setengah jalan, pelanggan masih di depan loket'
  const typed = () => desk.page.locator('#contact-note')
  const expectRunning = async () => {
    await expect(typed()).toHaveValue(note)
    const panel = desk.page.getByRole('complementary', { name: frame.header.contactPanel })
    await expect(panel.getByRole('button', { name })).toBeVisible()
  }
  await agentAt(desk.page).enrol(demo.code('KDI'))
  await agentAt(desk.page).signIn(demoPeople.agent)
  await agentAt(desk.page).find('rahma')
  await desk.page.keyboard.press('F4')
  await typed().fill(note)
  const name = await desk.page.getByRole('heading', { level: 1 }).innerText()
  await expect.poll(() => keptOnThisPc(desk.page)).toContain(note)

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

  await agentAt(desk.page).lock()
  await agentAt(desk.page).signIn(demoPeople.agent)
  await expectRunning()
})

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
