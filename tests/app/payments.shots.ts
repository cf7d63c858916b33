import { payments as paymentsEn } from '#renderer/words/en/payments.ts'
import { day as dayEn } from '#renderer/words/en/day.ts'
import { day } from '#renderer/words/id/day.ts'
import { payments } from '#renderer/words/id/payments.ts'
import { agentAt, vocabulary } from './agent.ts'
import { demoPeople } from './demo.ts'
import { shoot, sized } from './shoot.ts'
import { test } from './with-demo.ts'

const paymentsOf = { id: payments, en: paymentsEn }
const dayOf = { id: day, en: dayEn }

for (const language of ['id', 'en'] as const) {
  test(`money in ${language}`, async ({ demo, openConsole }) => {
    const page = await sized(await openConsole({ server: demo.url, lang: 'id' }), language)
    const { form, cash, title, next } = paymentsOf[language]
    const dialog = page.getByRole('dialog')
    await agentAt(page, language).enrol(demo.code('KDI'))
    await agentAt(page, language).signIn(demoPeople.branch)
    await page.getByText(vocabulary[language].frame.pill.up).first().waitFor()
    await agentAt(page, language).find('rahmatia')
    await page.getByRole('button', { name: paymentsOf[language].take }).waitFor()
    await page.keyboard.press('F9')
    await dialog.getByLabel(form.given).fill('100000')
    await shoot(page, language, 'customer-payment')
    await page.keyboard.press('Control+Enter')
    await dialog.getByRole('button', { name: next }).press('Enter')
    await page.getByRole('region', { name: title }).waitFor()
    await shoot(page, language, 'customer-paid')
    await page.keyboard.press('Alt+h')
    await page.getByRole('region', { name: dayOf[language].part.closing, exact: true }).waitFor()
    await page.getByRole('button', { name: cash.count }).click()
    await dialog.getByLabel(cash.float).fill('500000')
    await dialog.getByLabel(cash.counted).fill('550000')
    await shoot(page, language, 'day-drawer')
  })
}
