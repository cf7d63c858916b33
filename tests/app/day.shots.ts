import { day as dayEn } from '#renderer/words/en/day.ts'
import { day } from '#renderer/words/id/day.ts'
import { agentAt, vocabulary } from './agent.ts'
import { demoPeople } from './demo.ts'
import { shoot, sized } from './shoot.ts'
import { test } from './with-demo.ts'

const words = { id: day, en: dayEn }

for (const language of ['id', 'en'] as const) {
  test(`the day in ${language}`, async ({ demo, openConsole }) => {
    const page = await sized(await openConsole({ server: demo.url, lang: 'id' }), language)
    const { part } = words[language]
    await agentAt(page, language).enrol(demo.code('KDI'))
    await agentAt(page, language).signIn(demoPeople.supervisor)
    await page.getByText(vocabulary[language].frame.pill.up).first().waitFor()
    await page.keyboard.press('Alt+h')
    await page.getByRole('region', { name: part.today, exact: true }).waitFor()
    await shoot(page, language, 'day')
    await page.getByText(part.week, { exact: true }).first().click()
    await page.getByRole('region', { name: part.week, exact: true }).waitFor()
    await shoot(page, language, 'day-week')
    await page.getByText(part.closing, { exact: true }).first().click()
    await page.getByRole('region', { name: part.closing, exact: true }).waitFor()
    await shoot(page, language, 'day-closing')
  })
}
