import type { Page } from '@playwright/test'
import { agentAt, vocabulary } from './agent.ts'
import { demoPeople } from './demo.ts'
import { publishRelease } from './publish.ts'
import { expect, test } from './with-demo.ts'

const { frame, terms, work } = vocabulary.id
const words = work.releases
const version = 'UJI.1'
const release = (page: Page) => page.getByRole('contentinfo').getByText(frame.footer.release(version))

/** On every centre's clock an hour ago or more, so that the release is in force at once. */
const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString().slice(0, 16)

/** Starts from the last release; one price is wrong at first, and the validator says where. */
async function draftWithOneNewPrice(page: Page): Promise<void> {
  const publish = page.getByRole('button', { name: words.publish })
  const price = page.getByLabel(words.fields.amount)
  await page.getByRole('button', { name: /^Mulai dari rilis/ }).click()
  await expect(page.getByText(words.diffNone)).toBeVisible()
  await page.getByLabel(words.version, { exact: true }).fill(version)
  await page.getByLabel(words.effectiveFrom, { exact: true }).fill(anHourAgo())
  await expect(page.getByText(words.sound)).toBeVisible()

  await page.getByRole('row').filter({ hasText: 'XTRA-12' }).click()
  await price.fill('0')
  await page.keyboard.press('Escape')
  await expect(page.getByText(words.findings('1'))).toBeVisible()
  await expect(publish).toBeDisabled()

  await page.getByRole('button', { name: terms.releaseFault.free_recurring }).click()
  await expect(page.getByRole('alert').getByText(terms.releaseFault.free_recurring)).toBeVisible()
  await price.fill('70000')
  await page.keyboard.press('Escape')
  await expect(page.getByText(words.sound)).toBeVisible()
  await expect(publish).toBeEnabled()
}

test('an admin mends and publishes a release; a desk sells by it and the rollout shows that it does', async ({
  demo,
  openConsole,
}) => {
  test.setTimeout(180_000)
  const { page: counter } = await openConsole({ server: demo.url })
  await agentAt(counter).enrol(demo.code('KDI'))
  await agentAt(counter).signIn(demoPeople.agent)
  await expect(counter.getByRole('contentinfo')).toContainText('Katalog 20')

  const { page } = await openConsole({ server: demo.url })
  await agentAt(page).enrol(demo.code('HQ'), 'Pusat')
  await agentAt(page).signIn(demoPeople.admin)
  await page.keyboard.press('Alt+5')
  await draftWithOneNewPrice(page)
  const changes = page.getByRole('listitem').filter({ hasText: 'Rp' })
  await expect(changes).toHaveCount(1)
  await expect(changes).toContainText('Xtra Combo 12 GB')
  await expect(changes).toContainText(words.changedMark)
  await expect(changes).toContainText('Rp65.000 per bulan → Rp70.000 per bulan')
  await page.getByRole('button', { name: words.publish }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.publish }).click()

  // The way to the rollout opens by itself once headquarters has the release.
  await expect(page.getByRole('tab', { name: words.rollout, selected: true })).toBeVisible({
    timeout: 30_000,
  })
  await expect(release(counter)).toBeVisible({ timeout: 30_000 })
  await counter.keyboard.press('Alt+4')
  await expect(counter.getByRole('row').filter({ hasText: 'Xtra Combo 12 GB' })).toContainText('Rp70.000')

  const desk = page.getByRole('row').filter({ hasText: 'KDI1' })
  await expect(async () => {
    await page.getByRole('button', { name: words.rolloutAsk }).click()
    await expect(desk).toContainText(`${version} ${words.isLast}`, { timeout: 3_000 })
    await expect(desk.getByRole('cell').filter({ hasText: version })).toHaveCount(2, { timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
})

test('an agent finds no way to publish, and headquarters would refuse it', async ({ demo, openConsole }) => {
  const { page } = await openConsole({ server: demo.url })
  await agentAt(page).enrol(demo.code('KDI'))
  await agentAt(page).signIn(demoPeople.agent)
  await page.keyboard.press('Alt+4')
  await expect(page.getByRole('heading', { name: work.catalogue.title })).toBeVisible()
  const areas = page.getByRole('navigation', { name: frame.areas.label })
  await expect(areas.getByRole('button', { name: frame.areas.catalogue, exact: true })).toBeVisible()
  await expect(areas.getByRole('button', { name: frame.areas.releases })).toHaveCount(0)
  await page.keyboard.press('Alt+5')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(frame.areas.releases)
  await expect(page.getByText(frame.palette.nothing('400'))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: work.catalogue.title })).toBeVisible()
  await expect(page.getByRole('button', { name: words.publish })).toHaveCount(0)

  await expect(publishRelease(demo.url, demo.code('KDI'), demoPeople.agent, version)).rejects.toThrow(
    'not_permitted',
  )
})
