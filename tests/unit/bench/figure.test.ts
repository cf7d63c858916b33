import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#build/root.ts'
import { goneSince, grownSince, tableOf, type Figure } from '#tests/bench/figure.ts'

const figure = (what: string, ours: number, peer = 100): Figure => ({
  bench: 'fill',
  what,
  ours,
  peer,
  peerName: 'raw IndexedDB',
  unit: 's',
})

test('a ratio that grew by more than a quarter is marked, whatever both times are', () => {
  const before = [figure('a', 100), figure('b', 100), figure('c', 100), figure('d', 100)]
  const now = [figure('a', 126), figure('b', 250, 200), figure('c', 40, 20), figure('d', Number.NaN)]
  const grown = grownSince(before, now)
  expect(grown.map(({ what }) => what)).toEqual(['a', 'c', 'd'])
  const marked = tableOf(now, grown)
    .split('\n')
    .filter((row) => row.includes('← grew by more than a quarter'))
  expect(marked).toHaveLength(3)
})

test('what a bench measured before and does not measure now is seen; what was not asked for is not missed', () => {
  const before = [figure('a', 100), figure('b', 100), { ...figure('full', 1), onlyBy: '--day full' }]
  expect(goneSince(before, [figure('a', 1)], ['fill']).map(({ what }) => what)).toEqual(['b'])
  expect(goneSince(before, [], ['fill'])).toHaveLength(2)
  expect(goneSince(before, [], ['read'])).toEqual([])
})

test('every row of the last good table is a figure that a run can be compared with', () => {
  const read = (name: string) => readFileSync(join(root, 'docs', name), 'utf8')
  const { figures } = JSON.parse(read('performance.json')) as { figures: Figure[] }
  const cells = (row: string) => row.split('|').map((cell) => cell.trim())
  const told = read('performance.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map(cells)
    .filter(([, bench = '']) => figures.some((each) => each.bench === bench))
    .map((row) => row.slice(1, 4).concat(row[5] ?? ''))
  const kept = tableOf(figures)
    .split('\n')
    .slice(2)
    .map(cells)
    .map((row) => row.slice(1, 4).concat(row[5] ?? ''))
  expect(told).toEqual(kept)
})
