import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { agentAt, vocabulary } from './agent.ts'
import { databaseIn } from './database.ts'
import { demoPeople } from './demo.ts'
import { expectSettled } from './settled.ts'
import { expect, test } from './with-demo.ts'

const { common, frame } = vocabulary.id
const words = frame.sync.rebuilt

interface Loss {
  readonly lost: readonly string[]
  readonly rebuilt: boolean
  readonly calmly?: boolean
}

/** What a day can take away from a profile, and what the agent has to be told then. */
const losses: readonly Loss[] = [
  { lost: ['IndexedDB'], rebuilt: true },
  { lost: ['Local Storage'], rebuilt: false },
  { lost: ['IndexedDB', 'Local Storage'], rebuilt: true },
  { lost: ['journal'], rebuilt: false },
  // Of the three only `Local Storage` is written seconds later: alone it survives a calm end, not a kill.
  { lost: ['keep.json', 'IndexedDB'], rebuilt: true, calmly: true },
]

test('[T1][T2][T4] whichever store of a PC is lost, its unsent work comes back and goes out once', async ({
  demo,
  cuttableLine,
  openConsole,
}) => {
  test.setTimeout(400_000)
  const line = await cuttableLine(demo.url)
  const desk = await openConsole({ server: line.url })
  const agent = () => agentAt(desk.page)
  await agent().enrol(demo.code('KDI'))
  await agent().signIn(demoPeople.branch)
  const registered: string[] = []
  for (const [index, { lost, rebuilt, calmly }] of losses.entries()) {
    await test.step(`without ${lost.join(' and ')}`, async () => {
      await expectSettled(desk.page)
      await line.cut()
      const names = [1, 2].map((number) => `Uji Hilang ${index}${number}`)
      for (const name of names) await agent().register(name, `0812 7700 0${registered.push(name) + 100}`)
      await (calmly === true ? desk.close() : desk.kill())
      for (const store of lost) await rm(join(desk.userData, store), { recursive: true })

      await desk.restart()
      await agent().signIn(demoPeople.branch)
      const note = desk.page.getByRole('alert').filter({ hasText: words.restored(String(names.length)) })
      await expect(note).toHaveCount(rebuilt ? 1 : 0)
      for (const name of names) {
        await agent().find(name)
        await expect(desk.page.getByRole('heading', { name })).toBeVisible()
        await expect(desk.page.getByText(common.recordStates.saved_here).first()).toBeVisible()
      }
      const { entries } = await desk.page.evaluate(() => window.loket.journal.read())
      expect(entries).toHaveLength(names.length)

      await line.restore()
      await desk.page.keyboard.press('Control+s')
      await expectSettled(desk.page)
      await expect(desk.page.getByText(/4\d\d pelanggan/).first()).toBeVisible()
      await desk.page.keyboard.press('Alt+1')
      if (rebuilt) {
        await expect(note).toContainText(words.whole)
        await note.getByRole('button', { name: words.seen }).click()
      }
      await expect(note).toHaveCount(0)
    })
  }
  await desk.close()
  await demo.stop()
  await using database = await databaseIn(demo.dataFolder)
  expect(await database.customersNamed('Uji Hilang')).toEqual(
    registered.toSorted().map((name) => ({ name, n: 1 })),
  )
})
