import { agentAt, vocabulary } from './agent.ts'
import { demoPeople } from './demo.ts'
import { shoot, sized } from './shoot.ts'
import { test } from './with-demo.ts'

for (const language of ['id', 'en'] as const) {
  const { work } = vocabulary[language]

  test(`calls, in practice, in ${language}`, async ({ demo, openConsole }) => {
    const { calls, practice } = vocabulary[language]
    const desk = await openConsole({ server: demo.url, lang: 'id' })
    const page = await sized(desk, language)
    await agentAt(page, language).enrol(demo.code('KDI'))
    await agentAt(page, language).signIn(demoPeople.branch)
    await page.keyboard.press('Alt+9')
    await page.getByRole('button', { name: practice.enter }).click()
    await page
      .getByText(/30 (pelanggan|customers)/)
      .first()
      .waitFor()
    await shoot(page, language, 'practice')
    const ring = async (number: string) => {
      await page.keyboard.press('Alt+9')
      await page.getByLabel(calls.simulator.number).fill(number)
      await page.keyboard.press('Enter')
    }
    await ring('0817 0000 1005')
    await page.getByTestId('call-card').waitFor()
    await page.keyboard.press('Alt+1')
    await shoot(page, language, 'call-card')
    await page.keyboard.press('F4')
    await shoot(page, language, 'call-contact')
    await ring('0817 0000 1000')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await shoot(page, language, 'call-waits')
    await page.getByRole('button', { name: work.contact.cancel }).click()
    await page.getByText(calls.several('2')).waitFor()
    await page.keyboard.press('F4')
    await page.getByRole('heading', { name: calls.who }).waitFor()
    await shoot(page, language, 'call-choice')
  })
}
