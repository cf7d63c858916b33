import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KeepFile } from '#electron/main/keep-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-keep-'))
})
afterEach(() => rm(folder, { recursive: true }))

const keepFile = () => new KeepFile(join(folder, 'keep.json'))

test('[T1] of texts that come faster than the disk takes them the last is kept, and nothing lies about', async () => {
  const file = keepFile()
  await Promise.all([1, 2, 3, 4, 5].map((number) => file.write(`text ${number}`)))
  expect(await keepFile().read()).toBe('text 5')
  await file.write('text 6')
  expect(await keepFile().read()).toBe('text 6')
  expect(await readdir(folder)).toEqual(['keep.json'])
})

test('[T1] where there is no file yet, nothing is read; a write that fails keeps no later one from being tried', async () => {
  expect(await keepFile().read()).toBeUndefined()
  const file = new KeepFile(join(folder, 'gone', 'keep.json'))
  await expect(file.write('text 1')).rejects.toThrow('ENOENT')
  await expect(file.write('text 2')).rejects.toThrow('ENOENT')
})
