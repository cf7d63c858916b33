import { agentAt, vocabulary } from './agent.ts'
import { findingsOn } from './axe.ts'
import { demoPassword, demoPeople } from './demo.ts'
import { look } from './look.ts'
import { expect, test } from './with-demo.ts'

for (const language of ['id', 'en'] as const) {
  const { queue: words, frame: around } = vocabulary[language]

  test(`kiosk and waiting room work without a line, shut nobody out, and lead nowhere but to the lock, in ${language}`, async ({
    demo,
    openConsole,
    cuttableLine,
  }) => {
    test.setTimeout(240_000)
    const line = await cuttableLine(demo.url)
    const desk = await openConsole({ server: line.url, lang: 'id' })
    const { page } = desk
    const keys = page.keyboard
    await desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768),
    )
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
    await agentAt(page, language).enrol(demo.code('KDI'))
    await agentAt(page, language).signIn(demoPeople.branch)
    await page
      .getByText(/40\d (pelanggan|customers)/)
      .first()
      .waitFor()
    await line.cut()
    await keys.press('Control+s')
    await page.getByText(around.pill.offline).first().waitFor({ timeout: 60_000 })

    await keys.press('Alt+8')
    await expect(page.getByText(words.offline)).toBeVisible()
    await look(page, `queue-offline-${language}`)
    expect(await findingsOn(page, 'queue offline')).toEqual([])
    await page.getByRole('button', { name: words.openKiosk }).press('Enter')
    await page.getByText(vocabulary.id.queue.kiosk.choose).waitFor()
    await look(page, `kiosk-${language}`)
    expect(await findingsOn(page, 'kiosk')).toEqual([])
    await page.getByRole('button', { name: vocabulary.id.queue.need.elderly }).press('Space')
    await keys.press('1')
    await expect(page.getByText('A1-001', { exact: true })).toBeVisible()
    await look(page, `kiosk-number-${language}`)
    expect(await findingsOn(page, 'kiosk with a number')).toEqual([])
    await keys.press('Enter')
    await page.getByText(vocabulary.id.queue.kiosk.choose).waitFor()
    await keys.press('2')
    await expect(page.getByText('B1-001', { exact: true })).toBeVisible()
    await keys.press('Enter')

    // No key of the console does anything here.
    for (const key of ['Escape', 'Alt+1', 'Alt+2', 'Control+k', '/', 'F4', 'F2', 'Alt+b', 'F1', 'Alt+9'])
      await keys.press(key)
    await expect(page.getByText(vocabulary.id.queue.kiosk.choose)).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await keys.press('Control+l')
    await page.getByRole('heading', { name: around.signIn.unlock }).waitFor()
    await agentAt(page, language).signIn(demoPeople.branch, demoPassword)
    // Behind the password is the desk, not the kiosk.
    await page.getByText(words.waiting('2')).waitFor()

    await keys.press('F2')
    await expect(page.getByRole('complementary').getByText('A1-001')).toBeVisible()
    await keys.press('Alt+8')
    await page.getByRole('button', { name: words.openRoom }).press('Enter')
    await expect(page.getByRole('main').getByText('A1-001')).toBeVisible()
    await expect(page.getByRole('main').getByText('B1-001')).toBeVisible()
    await look(page, `waiting-room-${language}`)
    expect(await findingsOn(page, 'waiting room')).toEqual([])
    for (const key of ['Escape', 'Alt+1', 'Control+k', 'F4']) await keys.press(key)
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await page.getByRole('button', { name: vocabulary.id.queue.kiosk.leave }).press('Enter')
    await page.getByRole('heading', { name: around.signIn.unlock }).waitFor()
  })
}
