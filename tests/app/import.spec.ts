import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { agentAt } from './agent.ts'
import { expect, root, test } from './console.ts'
import { databaseIn } from './database.ts'
import { demoPeople, hq, seedDemo } from './demo.ts'

const data = join(root, '../shared/data')
const files = {
  customers: join(data, 'telco-customers.csv'),
  complaints: join(data, 'telecom-complaints.csv'),
} as const
type Target = keyof typeof files

test.skip(
  !Object.values(files).every((file) => existsSync(file)),
  `the two real files are not in ${data}, so there is nothing to import`,
)

/** The `hq` command line takes a file into the centre KDI and answers what it printed. */
function importInto(dataFolder: string, target: Target, ...more: readonly string[]): Promise<string> {
  const mapping = { customers: 'telco-customers', complaints: 'telecom-complaints' }[target]
  const args = ['--mapping', `sync-server/mappings/${mapping}.json`, '--centre', 'KDI', ...more]
  return hq(dataFolder, 'import', target, files[target], ...args)
}

/** A file with a row that had to be refused ends with code 3 after everything else was taken. */
async function withRefusals(run: Promise<string>): Promise<string> {
  const outcome = await run.catch((fault: { code?: unknown; stdout?: unknown }) => fault)
  expect(outcome).toMatchObject({ code: 3 })
  return String((outcome as { stdout?: unknown }).stdout)
}

async function countsIn(dataFolder: string) {
  await using database = await databaseIn(dataFolder)
  return database.ask(
    `select collection, count(*)::int as n, max(rev)::int as rev from document group by 1
     union all select 'feed of ' || id, seq::int, 0 from partition order by 1`,
  )
}

test('both real files are imported; a customer of one and a complaint of the other are found on screen', async ({
  openConsole,
  startHeadquarters,
}, info) => {
  test.setTimeout(300_000)
  const dataFolder = info.outputPath('headquarters')
  const { codes } = await seedDemo(dataFolder)
  expect(await importInto(dataFolder, 'customers')).toContain('7043 rows: 7043 taken')
  const told = await withRefusals(importInto(dataFolder, 'complaints'))
  expect(told).toContain('2224 rows: 2223 taken')
  expect(told).toContain(
    'line 1036, comcas: “comcas” in the column “Ticket #” is not a number of six digits.',
  )

  const headquarters = await startHeadquarters({ dataFolder })
  const { page } = await openConsole({ server: headquarters.url })
  const agent = agentAt(page)
  await agent.enrol(codes['KDI']?.[0] ?? '')
  await agent.signIn(demoPeople.agent)
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('status').getByText('7.443 pelanggan, per').first()).toBeVisible({
    timeout: 60_000,
  })

  await agent.find('7590-VHVEG')
  await expect(page.getByRole('heading', { name: 'Pelanggan 7590-VHVEG' })).toBeVisible()
  await expect(page.getByText('Internet DSL, Month-to-month')).toBeVisible()

  await agent.find('250635')
  await expect(page.getByRole('heading', { name: 'Comcast Cable Internet Speeds' })).toBeVisible()
  await expect(page.getByText('X-250635').first()).toBeVisible()
  await expect(page.getByText('Abingdon, Maryland 21009').first()).toBeVisible()
})

test('a dry run tells the same and writes nothing', async ({}, info) => {
  test.setTimeout(180_000)
  const dataFolder = info.outputPath('headquarters')
  await seedDemo(dataFolder)
  const before = await countsIn(dataFolder)
  const told = await importInto(dataFolder, 'customers', '--dry-run')
  expect(told).toContain('7043 rows: 7043 taken')
  expect(told).toContain('Dry run: nothing was kept.')
  const also = await withRefusals(importInto(dataFolder, 'complaints', '--dry-run'))
  expect(also).toContain('2224 rows: 2223 taken')
  expect(also).toContain('Dry run: nothing was kept.')
  expect(await countsIn(dataFolder)).toEqual(before)
})
