import { pin as pinEn } from '#renderer/words/en/pin.ts'
import { pin } from '#renderer/words/id/pin.ts'
import { agentAt, vocabulary } from './agent.ts'
import { demoPassword, demoPeople } from './demo.ts'
import { shoot, sized } from './shoot.ts'
import { test } from './with-demo.ts'

const words = { id: pin, en: pinEn }

for (const language of ['id', 'en'] as const) {
  test(`a PIN in ${language}`, async ({ demo, openConsole }) => {
    const page = await sized(await openConsole({ server: demo.url, lang: 'id' }), language)
    const { keyboard } = page
    const say = words[language]
    await agentAt(page, language).enrol(demo.code('KDI'))
    await agentAt(page, language).signIn(demoPeople.agent)
    await page.getByText(vocabulary[language].frame.pill.up).first().waitFor()
    await keyboard.press('Alt+9')
    await shoot(page, language, 'settings')
    await page.getByRole('button', { name: say.make }).press('Enter')
    await keyboard.type(demoPassword)
    await keyboard.press('Tab')
    await keyboard.type('274913')
    await keyboard.press('Tab')
    await keyboard.type('274913')
    await shoot(page, language, 'settings-pin')
    await keyboard.press('Control+Enter')
    await page.getByText(say.isSet).waitFor()
    await agentAt(page, language).lock()
    await page.getByLabel(`${say.field}: ${say.digit('1')}`).waitFor()
    await keyboard.type('000000')
    await page.getByText(vocabulary[language].problems.pin_wrong).waitFor()
    await shoot(page, language, 'unlock-pin')
  })
}
