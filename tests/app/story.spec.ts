import { agentAt, vocabulary } from './agent.ts'
import { expect, test, type Console } from './console.ts'
import { databaseIn } from './database.ts'
import { demoPeople, seedDemo } from './demo.ts'
import { publishRelease } from './publish.ts'

test.describe.configure({ retries: 0 })

const { common } = vocabulary.id
const siti = 'Siti Uji Luring'

/** What the agent does while the line is down: nine operations in all. */
async function workOffline(desk: Console): Promise<void> {
  const agent = agentAt(desk.page)
  await agent.register(siti, '0817 5550 123')
  await agent.contact({
    reason: 'Kuota tidak masuk',
    disposition: 'ticket_created',
    note: 'Kuota belum masuk sejak pagi',
    ticket: 'Kuota tidak masuk',
  })
  await agent.contact({
    reason: 'Sinyal hilang',
    disposition: 'ticket_created',
    note: 'Sinyal hilang di Abeli',
    ticket: 'Sinyal hilang di Abeli',
  })
  await agent.contact({ reason: 'Tanya paket', disposition: 'information_given', note: 'Menanyakan promo' })
  await agent.amendPhone('0817 5550 999')
  await desk.page.getByText('Kuota tidak masuk').first().click()
  await agent.moveTicket('in_progress', 'Diteruskan ke jaringan')
}
const operations = 6

async function expectHere(desk: Console): Promise<void> {
  const agent = agentAt(desk.page)
  await agent.find('0817 5550 999')
  await expect(desk.page.getByRole('heading', { name: siti })).toBeVisible()
  await expect(desk.page.getByText('Menanyakan promo')).toBeVisible()
  await expect(desk.page.getByText('Diteruskan ke jaringan')).toBeVisible()
}

for (const ending of ['restart', 'kill -9'] as const) {
  test(`a day without a line, cut off by ${ending}: nothing is lost and nothing is doubled`, async ({
    openConsole,
    startHeadquarters,
    cuttableLine,
  }, info) => {
    test.setTimeout(180_000)
    const dataFolder = info.outputPath('headquarters')
    const { codes } = await seedDemo(dataFolder)
    const headquarters = await startHeadquarters({ dataFolder })
    const line = await cuttableLine(headquarters.url)
    const desk = await openConsole({ server: line.url })
    await agentAt(desk.page).enrol(codes['KDI']?.[0] ?? '')
    await agentAt(desk.page).signIn(demoPeople.branch)
    await expect(desk.page.getByText(/400 pelanggan/).first()).toBeVisible()

    await line.cut()
    await workOffline(desk)
    await expect(desk.page.getByText(new RegExp(`${operations} menunggu`)).first()).toBeVisible()

    if (ending === 'kill -9') await desk.kill()
    await desk.restart()
    await agentAt(desk.page).signIn(demoPeople.branch)
    await expectHere(desk)
    await expect(desk.page.getByText(common.recordStates.saved_here).first()).toBeVisible()

    await publishRelease(headquarters.url, codes['HQ']?.[0] ?? '', demoPeople.admin, '2026.11.99')
    await line.restore()
    await desk.page.keyboard.press('Control+s')
    await expect(desk.page.getByText(/menunggu/)).toHaveCount(0, { timeout: 30_000 })
    await expect(desk.page.getByText(common.recordStates.saved_here)).toHaveCount(0)
    await expect(desk.page.getByText('2026.11.99').first()).toBeVisible({ timeout: 30_000 })

    const other = await openConsole({ server: headquarters.url })
    await agentAt(other.page).enrol(codes['KDI']?.[1] ?? '', 'Loket 2')
    await agentAt(other.page).signIn(demoPeople.agent)
    await expectHere(other)

    await headquarters.stop()
    await using database = await databaseIn(dataFolder)
    expect(await database.ask(`select count(*)::int as n from operation where centre_id = 'KDI'`)).toEqual([
      { n: operations },
    ])
    expect(
      await database.ask(
        `select count(*)::int as n from document where collection = 'customers' and body->>'name' = '${siti}'`,
      ),
    ).toEqual([{ n: 1 }])
    expect(
      await database.ask(
        `select body->>'phone' as phone from document where collection = 'customers' and body->>'name' = '${siti}'`,
      ),
    ).toEqual([{ phone: '+628175550999' }])
    expect(
      await database.ask(
        `select count(*)::int as n from document where collection = 'contacts' and body->>'note' in ('Kuota belum masuk sejak pagi', 'Sinyal hilang di Abeli', 'Menanyakan promo')`,
      ),
    ).toEqual([{ n: 3 }])
    expect(
      await database.ask(
        `select body->>'status' as status from document where collection = 'tickets' and body->>'subject' = 'Kuota tidak masuk' and body->>'code' like 'T-KDI1-%'`,
      ),
    ).toEqual([{ status: 'in_progress' }])
  })
}
