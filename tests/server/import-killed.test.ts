import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { systemClock } from '#sync-server/clock.ts'
import { openDatabase } from '#sync-server/storage/open.ts'
import { root } from './hq-desk.ts'

const mapping = JSON.stringify({
  source: 'many',
  target: 'customers',
  sourceId: { column: 'id' },
  record: {
    code: { column: 'id' },
    name: { column: 'id' },
    kind: { constant: 'person' },
    provenance: { constant: 'verified' },
    segment: { constant: 'consumer' },
    valueTier: { constant: 'regular' },
    since: { imported: 'day' },
    language: { constant: 'id' },
  },
})

it('an import that is killed in the middle leaves nothing, and the next one takes all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loket-killed-'))
  const env = { ...process.env, LOKET_DATA: join(folder, 'data'), DATABASE_URL: '' }
  const many = 4_000
  writeFileSync(join(folder, 'm.json'), mapping)
  writeFileSync(
    join(folder, 'big.csv'),
    ['id', ...Array.from({ length: many }, (_, n) => `N${n}`)].join('\n'),
  )
  const hq = (...args: string[]) =>
    spawn(process.execPath, [join(root, 'sync-server/hq.ts'), ...args], { env })
  const ended = (child: ReturnType<typeof hq>) =>
    new Promise<number | null>((resolve) => child.once('exit', resolve))
  const importing = () =>
    hq('import', 'customers', join(folder, 'big.csv'), '--mapping', join(folder, 'm.json'), '--centre', 'KDI')
  try {
    expect(await ended(hq('centre', 'add', 'KDI', '--name', 'K', '--city', 'K', '--zone', 'WITA'))).toBe(0)
    const child = importing()
    // The first word of progress comes after 500 rows, long before the last.
    const progress = await Promise.race([
      new Promise<string>((resolve) => child.stderr.once('data', (text: Buffer) => resolve(String(text)))),
      after(60_000, 'silence'),
    ])
    expect(progress).toMatch(/^\d+ rows, \d+ rows\/s/)
    const dead = ended(child)
    child.kill('SIGKILL')
    await dead
    const database = await openDatabase({ databaseUrl: undefined, data: env.LOKET_DATA }, systemClock)
    const counted = `select count(*) as count from document where collection = 'customers'`
    expect(await database.query(counted)).toEqual([{ count: 0 }])
    await database.close()
    expect(await ended(importing())).toBe(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
