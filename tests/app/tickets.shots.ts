import { agentAt, vocabulary } from './agent.ts'
import { demoPeople } from './demo.ts'
import { shoot, sized } from './shoot.ts'
import { test } from './with-demo.ts'

/** What an agent would type in each language. */
const typed = {
  id: { macro: 'kuota', note: 'Semua diperiksa bersama, mohon dikabari.' },
  en: { macro: 'quota', note: 'All of them are looked into together.' },
} as const

for (const language of ['id', 'en'] as const) {
  const { frame, ticketing, work } = vocabulary[language]
  const say = typed[language]

  test(`macro, several tickets and merging in ${language}`, async ({ demo, openConsole }) => {
    const page = await sized(await openConsole({ server: demo.url, lang: 'id' }), language)
    const agent = agentAt(page, language)
    const key = (combination: string) => page.keyboard.press(combination)
    await agent.enrol(demo.code('KDI'))
    await agent.signIn(demoPeople.supervisor)
    await page.getByText(frame.pill.up).first().waitFor()
    await key('Alt+3')
    await page.getByText(ticketing.list.view.open, { exact: true }).first().click()
    const rows = page.getByRole('row')
    await rows.nth(2).focus()
    for (const combination of ['Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown'])
      await key(combination)
    await key('Alt+n')
    await page.keyboard.type(say.note)
    await page
      .getByRole('button', { name: `+ ${work.tickets.priority}` })
      .first()
      .click()
    // The field opens its list a moment later: an Escape before it is one for the selection.
    await page.getByRole('option').first().waitFor()
    await key('Escape')
    await shoot(page, language, 'tickets-bulk')
    await page.getByRole('button', { name: ticketing.list.unselect }).click()

    await rows.nth(2).click()
    await page.locator('#ticket-macro').waitFor()
    await key('Alt+m')
    await page.keyboard.type(say.macro)
    await page.getByRole('option').first().waitFor()
    await key('Enter')
    await page.getByRole('combobox', { name: ticketing.macro.status }).waitFor()
    await shoot(page, language, 'ticket-macro')

    await agent.find('wagiyem')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('button', { name: vocabulary[language].common.more }).first().click()
    await page.getByRole('menuitem', { name: work.customer.link }).click()
    await page.getByRole('dialog').getByLabel(work.customer.linkFind).fill('rahma')
    await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click()
    await page.getByRole('dialog').getByText(work.customer.linkSurvivor, { exact: true }).waitFor()
    await shoot(page, language, 'customer-merge')
  })
}
