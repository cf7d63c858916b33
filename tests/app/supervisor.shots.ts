import { agentAt, vocabulary } from './agent.ts'
import { demoPeople, hq } from './demo.ts'
import { eightConflicts } from './eight-conflicts.ts'
import { otherDesk } from './other-desk.ts'
import { shoot, sized } from './shoot.ts'
import type { ShotName } from './shot-list.ts'
import { test } from './with-demo.ts'

for (const language of ['id', 'en'] as const) {
  const { frame, terms } = vocabulary[language]

  test(`what needs a supervisor, and a revoked PC, in ${language}`, async ({ demo, openConsole }) => {
    const other = await otherDesk(demo.url, demo.code('KDI'), demoPeople.agent)
    const items = await eightConflicts(other)
    const desk = await openConsole({ server: demo.url, lang: 'id' })
    const page = await sized(desk, language)
    const agent = agentAt(page, language)
    await agent.enrol(demo.code('KDI'), terms.role.supervisor)
    await agent.signIn(demoPeople.supervisor)
    await page.getByText(frame.pill.up).first().waitFor()
    await page.keyboard.press('Alt+7')
    const show = async (item: string, name: ShotName, key?: string) => {
      await page.locator(`[data-item="${items[item]?.id}"]`).click()
      await page.locator(`[data-detail="${items[item]?.id}"]`).waitFor()
      if (key !== undefined) await page.keyboard.press(key)
      await shoot(page, language, name)
    }
    await show('edit', 'decisions')
    await show('twin', 'decisions-match')
    await show('forbidden', 'decisions-edit', '1')
    await page.keyboard.press('Escape')
    await agent.find('wagiyem')
    await page.keyboard.press('Alt+p')
    await page.getByRole('dialog').waitFor()
    await shoot(page, language, 'customer-move')
    await page.keyboard.press('Escape')

    await demo.stop()
    await hq(demo.dataFolder, 'device', 'revoke', 'KDI2')
    await demo.restart()
    await page.getByText(frame.revoked.over).waitFor({ timeout: 90_000 })
    await shoot(page, language, 'revoked')
  })
}
