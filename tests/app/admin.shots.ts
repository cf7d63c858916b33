import { agentAt, vocabulary } from './agent.ts'
import { demoPeople, seedDemo } from './demo.ts'
import { shoot, sized } from './shoot.ts'
import { test } from './with-demo.ts'

for (const language of ['id', 'en'] as const) {
  const { frame, terms, work } = vocabulary[language]

  test(`headquarters’ admins and a browser in ${language}`, async ({
    openConsole,
    openBrowser,
    startHeadquarters,
  }, info) => {
    const dataFolder = info.outputPath('headquarters')
    const { codes } = await seedDemo(dataFolder)
    const headquarters = await startHeadquarters({ dataFolder })
    const page = await sized(await openConsole({ server: headquarters.url, lang: 'id' }), language)
    const agent = agentAt(page, language)
    await agent.enrol(codes['HQ']?.[0] ?? '', terms.role.admin)
    await agent.signIn(demoPeople.admin)
    await page.getByText(frame.pill.up).first().waitFor()
    await shoot(page, language, 'desk-empty')
    await page.keyboard.press('Alt+5')
    await page.getByRole('button', { name: new RegExp(work.releases.startFromLast('\\S+')) }).click()
    await shoot(page, language, 'releases-draft')
    await page.getByRole('tab', { name: work.releases.published }).click()
    await shoot(page, language, 'releases-published')
    await page.getByRole('tab', { name: work.releases.rollout }).click()
    await shoot(page, language, 'releases-rollout')

    const { context } = await openBrowser(headquarters.url)
    const second = await context.newPage()
    await second.setViewportSize({ width: 1366, height: 768 })
    await second.goto(headquarters.url)
    await second.getByText(vocabulary.id.common.openElsewhereTitle).waitFor()
    if (language === 'en') await second.getByRole('button', { name: 'English' }).click()
    await shoot(second, language, 'not-opened')
  })
}
