import { agentAt, vocabulary } from './agent.ts'
import { demoPeople } from './demo.ts'
import { expect, test } from './with-demo.ts'

const { work } = vocabulary.id

test('[C2] a contact is in the history from its key on, once at each moment, and its form goes in the moment in which it is saved', async ({
  demo,
  openConsole,
}) => {
  const { page } = await openConsole({ server: demo.url })
  const agent = agentAt(page)
  await agent.enrol(demo.code('KDI'))
  await agent.signIn(demoPeople.branch)
  await expect(page.getByText(/400 pelanggan/).first()).toBeVisible()
  await agent.register('Siti Segera', '0817 5551 777')
  const note = 'Menanyakan promo akhir pekan'
  await page.evaluate((words) => {
    const seen: string[] = []
    const look = () => {
      const rows = [...document.querySelectorAll('section li')].filter((row) =>
        row.textContent.includes(words),
      )
      const form = document.querySelector('#contact-note') === null ? 'no form' : 'form'
      const moment = `${rows.map((row) => (row.ariaBusy === 'true' ? 'saving' : 'saved')).join(' and ')}, ${form}`
      if (rows.length + seen.length > 0 && seen.at(-1) !== moment) seen.push(moment)
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true })
    Object.assign(globalThis, { seen })
  }, note)
  await agent.contact({ reason: 'Tanya paket', disposition: 'information_given', note })
  await expect(page.getByRole('complementary').getByText(work.contact.done)).toBeVisible()
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
  expect(seen).toEqual(['saving, form', 'saved, no form'])
})
