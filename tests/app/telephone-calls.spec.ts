import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { maskedName } from '#domain/customer/masked.ts'
import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { callersOf, openDesk } from './callers.ts'
import { root } from './console.ts'
import { demoPeople } from './demo.ts'
import { expectFocus } from './focus.ts'
import { look } from './look.ts'
import { connectTelephone } from './telephone.ts'
import { expect, test } from './with-demo.ts'

const { calls, common, frame, terms, work } = vocabulary.id

test('the telephone is off until it is switched on; links and the simulator ring by the same way', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(240_000)
  const { known } = await callersOf(demo)
  const [caller] = known
  if (caller === undefined) throw new Error('the demo has too few customers')
  const desk = await openDesk(demo, openConsole, demoPeople.branch)
  const { page } = desk
  const card = page.getByTestId('call-card')
  const open = (link: string) => secondInstance(desk.userData, link)

  await open(`loket://call?number=${encodeURIComponent(caller.number)}&id=early`)
  const telephone = await connectTelephone(page)
  await expect(card).toHaveCount(0)
  expect(await telephone.say('ringing', 'x', caller.number, 'wrong')).toBe(401)
  await expect(card).toHaveCount(0)

  await open(`loket://call?number=${encodeURIComponent(caller.number)}&id=by-link`)
  await expect(card).toContainText(maskedName(caller.customer.name))
  // A page that is loaded anew has the call still.
  await page.reload()
  await expect(page.getByText(calls.ringsLocked)).toBeVisible()
  await agentAt(page).signIn(demoPeople.branch)
  await expect(card).toContainText(maskedName(caller.customer.name))
  await card.getByRole('button', { name: calls.giveUp }).click()
  await expect(card).toHaveCount(0)

  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('heading', { name: calls.missed.title })).toBeVisible()
  await look(page, 'call-missed')
  expect(await findingsOn(page, 'missed calls')).toEqual([])
  await page.getByRole('button', { name: calls.missed.callBack }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(caller.customer.name)
  await expect(page.getByRole('heading', { name: calls.missed.title })).toHaveCount(0)
  await page.keyboard.press('Alt+r')
  await page.keyboard.type('tagihan g')
  await page.getByRole('option', { name: 'Tagihan ganda' }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByText(calls.skill.hint(terms.department.billing))).toBeVisible()
  await look(page, 'call-skill')
  await page.locator('#contact-disposition').focus()
  await page.keyboard.type('selesai')
  await page.getByRole('option', { name: terms.disposition.resolved }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('complementary').getByText(work.contact.done)).toBeVisible()
  await page.keyboard.press('Alt+1')
  await page.getByText(work.desk.myTickets).first().waitFor()
  await expect(page.getByRole('heading', { name: calls.missed.title })).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('simulasi')
  await page.getByRole('dialog').getByText(calls.simulator.palette).waitFor()
  await expectFocus(page.getByRole('textbox', { name: frame.palette.placeholder }))
  await page.keyboard.press('Enter')
  await expectFocus(page.getByLabel(calls.simulator.number))
  await page.keyboard.type(caller.number)
  await page.keyboard.press('Enter')
  await expect(card).toContainText(calls.simulated)
  await expect(card).toContainText(maskedName(caller.customer.name))
  await page.getByRole('button', { name: calls.simulator.ended }).click()
  await expect(card).toHaveCount(0)

  await page
    .getByRole('radiogroup', { name: calls.settings.take })
    .getByText(frame.settings.off, { exact: true })
    .click()
  await expect(page.getByText(telephone.token)).toHaveCount(0)
  await expect(telephone.say('ringing', 'late', caller.number)).rejects.toThrow()
  await expect(page.getByText(common.recordStates.saved_here)).toHaveCount(0)
})

test('a contact says once each that it grows long, and no clock on the wall changes how long it took', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(240_000)
  const { page } = await openDesk(demo, openConsole, demoPeople.agent)
  await page.clock.install()
  await page.keyboard.press('F4')
  const timer = page.getByRole('timer', { name: work.contact.timer })
  await expect(timer).toBeVisible()
  await page.evaluate(() => {
    const region = document.getElementById('announcements')
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver(() => heard.push(region?.textContent ?? '')).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  const heard = () =>
    page.evaluate(
      (sentences) =>
        (window as unknown as { heard: string[] }).heard
          .map((said) => said.trim())
          .filter((said, place, all) => said !== all[place - 1] && sentences.includes(said)),
      [work.contact.amber, work.contact.red],
    )

  await page.clock.fastForward(80_000)
  await expect(timer).toHaveText(/^01:[23]\d$/)
  expect(await heard()).toEqual([])
  await page.clock.fastForward(11_000)
  await expect.poll(heard).toEqual([work.contact.amber])
  await expect(page.getByText(work.contact.amberMark, { exact: true })).toBeVisible()
  await page.clock.setSystemTime(new Date('1970-01-02'))
  await page.clock.setSystemTime(new Date('2031-01-01'))
  await expect(timer).toHaveText(/^01:[34]\d$/)
  await page.clock.fastForward(60_000)
  await expect.poll(heard).toEqual([work.contact.amber, work.contact.red])
  await expect(page.getByText(work.contact.redMark, { exact: true })).toBeVisible()
  await page.clock.fastForward(100_000)
  await expect(timer).toHaveText(/^04:\d\d$/)
  expect(await heard()).toEqual([work.contact.amber, work.contact.red])
})

/** What the operating system does with a link: it starts the application again with it, which tells the first one and ends. */
async function secondInstance(userData: string, link: string): Promise<void> {
  const electron = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron')
  const second = spawn(electron, [root, '--no-sandbox', link], {
    env: { ...process.env, LOKET_USER_DATA: userData, LOKET_UNATTENDED: 'yes' },
    stdio: 'ignore',
  })
  await once(second, 'exit')
}
