import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { JournalFile } from '#electron/main/journal.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-journal-'))
  path = join(folder, 'journal.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

const entry = (seq: number, operation = `{"note":"nomor ${seq}"}`) => ({ opId: `op-${seq}`, seq, operation })

async function kept() {
  const journal = await JournalFile.open(folder)
  const { entries, highestSeq } = await journal.read()
  await journal.close()
  return { opIds: entries.map(({ opId }) => opId), highestSeq }
}

async function write(...seqs: number[]) {
  const journal = await JournalFile.open(folder)
  for (const seq of seqs) await journal.append(entry(seq))
  await journal.close()
}

test('entries come back word for word, in the order they were written', async () => {
  const journal = await JournalFile.open(folder)
  await journal.append(entry(2, '{"name":"Siti\\n“Nur” 🌧"}'))
  await journal.append(entry(1))
  expect(await journal.read()).toEqual({
    entries: [entry(2, '{"name":"Siti\\n“Nur” 🌧"}'), entry(1)],
    highestSeq: 2,
  })
  await journal.close()
  expect(await kept()).toEqual({ opIds: ['op-2', 'op-1'], highestSeq: 2 })
})

test('an entry is in the file when append resolves', async () => {
  const journal = await JournalFile.open(folder)
  await journal.append(entry(1))
  expect(await readFile(path, 'utf8')).toContain('nomor 1')
  await journal.close()
})

test('the same operation is kept once', async () => {
  const journal = await JournalFile.open(folder)
  await Promise.all([journal.append(entry(1)), journal.append(entry(1))])
  expect((await journal.read()).entries).toHaveLength(1)
  await journal.close()
})

test('calls made at once do not mix', async () => {
  const journal = await JournalFile.open(folder)
  const seqs = Array.from({ length: 200 }, (_, i) => i + 1)
  const work = seqs.flatMap((seq) => {
    const appended = journal.append(entry(seq, 'x'.repeat(seq * 37)))
    return seq % 3 === 0 ? [appended, journal.settle([`op-${seq}`])] : [appended]
  })
  await Promise.all(work)
  await journal.close()
  expect(await kept()).toEqual({
    opIds: seqs.filter((seq) => seq % 3 !== 0).map((seq) => `op-${seq}`),
    highestSeq: 200,
  })
})

test('the highest seq outlives settling and restarts', async () => {
  await write(1, 2, 9)
  const journal = await JournalFile.open(folder)
  await journal.settle(['op-1', 'op-2', 'op-9', 'unknown'])
  await journal.close()
  expect(await kept()).toEqual({ opIds: [], highestSeq: 9 })
  expect(await kept()).toEqual({ opIds: [], highestSeq: 9 })
})

test('settled work leaves the disk once it is most of the file', async () => {
  const journal = await JournalFile.open(folder)
  for (let seq = 1; seq <= 100; seq++) await journal.append(entry(seq, 'x'.repeat(5_000)))
  for (let seq = 1; seq <= 99; seq++) await journal.settle([`op-${seq}`])
  await journal.close()
  expect((await stat(path)).size).toBeLessThan(90_000)
  expect(await kept()).toEqual({ opIds: ['op-100'], highestSeq: 100 })
})

test('a last line torn by a power cut is forgotten, and the next entry is whole', async () => {
  await write(1, 2)
  await appendFile(path, '1234abcd {"opId":"op-3","seq":3,"opera')
  await write(4)
  expect(await kept()).toEqual({ opIds: ['op-1', 'op-2', 'op-4'], highestSeq: 4 })
  expect(await readdir(folder)).toEqual(['journal.jsonl'])
})

test.each([
  ['a line is broken', (text: string) => text.replace('"seq":2', '"seq'), ['op-1', 'op-3']],
  ['one letter has changed', (text: string) => text.replace('nomor 2', 'nomor 7'), ['op-1', 'op-3']],
  ['a sector is empty', (text: string) => text.replace(/nomor 2.*\n.*nomor/, '\0'.repeat(64)), ['op-1']],
])(
  'where %s in the middle, the rest is read and the damaged file is kept as a copy',
  async (_, spoil, opIds) => {
    await write(1, 2, 3)
    const spoilt = spoil(await readFile(path, 'utf8'))
    await writeFile(path, spoilt)
    expect((await kept()).opIds).toEqual(opIds)
    const copies = (await readdir(folder)).filter((name) => name.startsWith('journal.damaged-'))
    expect(copies).toHaveLength(1)
    expect(await readFile(join(folder, copies[0] ?? ''), 'utf8')).toBe(spoilt)
    expect((await kept()).opIds).toEqual(opIds)
    expect((await readdir(folder)).length).toBe(2)
  },
)

test('an operation over 1 MB is refused and the queue goes on', async () => {
  const journal = await JournalFile.open(folder)
  await expect(journal.append(entry(1, 'x'.repeat(1024 * 1024 + 1)))).rejects.toThrow('1 MB')
  await journal.append(entry(2))
  await journal.close()
  expect(await kept()).toEqual({ opIds: ['op-2'], highestSeq: 2 })
})

test('[E3] a wiped journal leaves no file, not even a damaged copy, and can be written again', async () => {
  await write(1, 2)
  await writeFile(join(folder, 'journal.damaged-2026.jsonl'), 'deadbeef {"opId":"op-9"}\n')
  const journal = await JournalFile.open(folder)
  await Promise.all([journal.append(entry(3)), journal.wipe()])
  expect(await readdir(folder)).toEqual([])
  expect(await journal.read()).toEqual({ entries: [], highestSeq: 0 })
  await journal.append(entry(1))
  await journal.close()
  expect(await kept()).toEqual({ opIds: ['op-1'], highestSeq: 1 })
})
