import { knowledge as knowledgeEn } from '#renderer/words/en/knowledge.ts'
import { orders as ordersEn } from '#renderer/words/en/orders.ts'
import { queue as queueEn } from '#renderer/words/en/queue.ts'
import { knowledge } from '#renderer/words/id/knowledge.ts'
import { orders } from '#renderer/words/id/orders.ts'
import { queue } from '#renderer/words/id/queue.ts'
import { agentAt, vocabulary } from './agent.ts'
import { demoPeople } from './demo.ts'
import { otherDesk } from './other-desk.ts'
import { shoot, sized } from './shoot.ts'
import { test } from './with-demo.ts'

const words = {
  id: { knowledge, orders, queue },
  en: { knowledge: knowledgeEn, orders: ordersEn, queue: queueEn },
}
const wishes = ['sim_swap', 'relocation', 'sim_swap'] as const

for (const language of ['id', 'en'] as const) {
  test(`headquarters’ admins in ${language}`, async ({ demo, openConsole }) => {
    const counter = await otherDesk(demo.url, demo.code('KDI'), demoPeople.branch)
    const customers = await counter.all('customers')
    for (const [place, wish] of wishes.entries())
      await counter.take('captureOrder', {
        orderId: counter.newId(),
        code: `O-${counter.label}-2611-000${place + 1}`,
        customerId: customers[place]?.id ?? '',
        wish,
        checksDone: ['id_sighted', 'owner_matches'],
      })
    const page = await sized(await openConsole({ server: demo.url, lang: 'id' }), language)
    const { orders: asked, knowledge: known } = words[language]
    await agentAt(page, language).enrol(demo.code('HQ'), 'Pusat')
    await agentAt(page, language).signIn(demoPeople.admin)
    await page.getByText(vocabulary[language].frame.pill.up).first().waitFor()
    await page.keyboard.press('F7')
    await page.getByRole('row').nth(3).waitFor()
    await shoot(page, language, 'orders')
    await page.keyboard.press('Alt+a')
    await page.getByRole('dialog').getByLabel(asked.answer.note).waitFor()
    await shoot(page, language, 'order-answer')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+0')
    await page.getByText(known.part.maintain, { exact: true }).click()
    await page.getByRole('row').nth(2).click()
    await page.getByRole('region', { name: known.maintain.form }).waitFor()
    await shoot(page, language, 'knowledge-maintain')
    await page.keyboard.press('Alt+8')
    await page.getByText(words[language].queue.part.services, { exact: true }).click()
    await page.getByRole('row').nth(1).click()
    await page.getByRole('region', { name: words[language].queue.services.form }).waitFor()
    await shoot(page, language, 'queue-services')
  })
}
