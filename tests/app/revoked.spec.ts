import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { agentAt, vocabulary } from './agent.ts'
import { databaseIn } from './database.ts'
import { demoPeople, hq } from './demo.ts'
import { expect, test } from './with-demo.ts'

const { frame } = vocabulary.id

/** Whether a word stands in any file below a folder, as Latin or as UTF-16 text. */
async function filesWith(folder: string, word: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    if (bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))) found.push(path)
  }
  return found
}

test('[E3][E4] a revoked PC hands over its unsent work over a kill and a restart, and its files are gone', async ({
  demo,
  cuttableLine,
  openConsole,
}) => {
  test.setTimeout(240_000)
  const line = await cuttableLine(demo.url)
  const desk = await openConsole({ server: line.url })
  const agent = agentAt(desk.page)
  await agent.enrol(demo.code('KDI'))
  await agent.signIn(demoPeople.agent)
  await agent.find('rahma')
  await line.cut()
  await agent.register('Zulkarnaen Wibisana', '0878 4455 6677')
  const secrets = await desk.page.evaluate(() => {
    const { deviceSecret } = JSON.parse(localStorage.getItem('loket:enrolment') ?? '{}') as {
      deviceSecret: string
    }
    const [known] = JSON.parse(localStorage.getItem('loket:people') ?? '[]') as {
      vault: { sealed: string }
    }[]
    return [deviceSecret, known?.vault.sealed ?? '']
  })
  const words = ['Zulkarnaen', demoPeople.agent, ...secrets]
  // What is looked for later can be found now.
  await expect
    .poll(async () =>
      (await Promise.all(words.map((word) => filesWith(desk.userData, word)))).every(
        (files) => files.length > 0,
      ),
    )
    .toBe(true)

  await demo.stop()
  await hq(demo.dataFolder, 'device', 'revoke', 'KDI1')
  await demo.restart()
  await desk.kill()
  await line.restore()
  await desk.restart()
  // Nobody signs in: the desk asks by itself.
  await expect(desk.page.getByText(frame.revoked.over)).toBeVisible({ timeout: 90_000 })
  await expect(desk.page.getByLabel(frame.enrol.code, { exact: true })).toBeVisible()
  await desk.restart()
  await expect(desk.page.getByText(frame.revoked.over)).toBeVisible()
  await desk.close()
  for (const word of words)
    expect({ word, files: await filesWith(desk.userData, word) }).toEqual({ word, files: [] })

  await demo.stop()
  await using database = await databaseIn(demo.dataFolder)
  expect(
    await database.ask(
      `select body->>'problem' as problem, body #>> '{operation,steps,0,payload,name}' as name
       from document where collection = 'items' and body->>'problem' = 'device_revoked'`,
    ),
  ).toEqual([{ problem: 'device_revoked', name: 'Zulkarnaen Wibisana' }])
})
