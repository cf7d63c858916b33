import { agentAt, vocabulary } from './agent.ts'
import { demoPeople } from './demo.ts'
import { shoot, sized } from './shoot.ts'
import { test } from './with-demo.ts'

for (const language of ['id', 'en'] as const) {
  const { queue, work, frame } = vocabulary[language]

  test(`visitors in ${language}`, async ({ demo, openConsole }) => {
    const page = await sized(await openConsole({ server: demo.url, lang: 'id' }), language)
    const agent = agentAt(page, language)
    const key = (combination: string) => page.keyboard.press(combination)
    await agent.enrol(demo.code('KDI'))
    await agent.signIn(demoPeople.branch)
    await page.getByText(frame.pill.up).first().waitFor()
    await key('Alt+8')
    for (const service of ['1', '1', '2', '3', '3', '4']) {
      await key('Alt+g')
      await page.getByRole('dialog').getByText(queue.giveHint).waitFor()
      if (service === '4') {
        await page.getByRole('dialog').getByText(queue.need.elderly).click()
        await shoot(page, language, 'queue-give')
      }
      await page.getByRole('dialog').getByRole('button').nth(Number(service)).press(service)
      await page.getByRole('dialog').getByText(queue.givenHint).waitFor()
      await key('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await key('F2')
    await page.getByLabel(work.search.field, { exact: true }).waitFor()
    await shoot(page, language, 'queue-called')
    await key('Alt+8')
    await shoot(page, language, 'queue')
    await page.getByRole('button', { name: queue.openRoom }).click()
    await shoot(page, language, 'waiting-room')
    await key('Control+l')
    await agent.signIn(demoPeople.branch)
    await key('Alt+8')
    await page.getByRole('button', { name: queue.openKiosk }).click()
    await shoot(page, language, 'kiosk')
    await key('1')
    await page.getByText(vocabulary.id.queue.kiosk.yourNumber).waitFor()
    await shoot(page, language, 'kiosk-number')
  })
}
