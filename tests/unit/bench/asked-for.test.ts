import { expect, test } from 'vitest'
import { askedFor } from '#tests/bench/options.ts'

const known = ['fill', 'read', 'pull']
const fault = (...args: string[]) => askedFor(args, known)

test('a name, an option or a value that is not there is told in a sentence that names what is', () => {
  expect(fault('fil')).toBe(
    'There is no bench “fil”; there are fill, read, pull, and without a name all are run.',
  )
  expect(fault('fill', '--sise', 'stress')).toMatch(/^There is no option “--sise”; there are .*--size/)
  expect(fault('--size', 'stres')).toBe('--size takes “modest” or “stress”.')
  expect(fault('--size')).toBe('--size takes “modest” or “stress”.')
  expect(fault('pull', '--documents', '10M')).toMatch(/^--documents takes a number/)
  expect(fault('--day', '0')).toMatch(/^--day takes/)
  expect(fault('--day', 'half')).toMatch(/^--day takes/)
  expect(fault('--processes', '0')).toMatch(/^--processes takes/)
  expect(fault('--against')).toMatch(/^--against takes a file/)
})

test('what is asked for reaches the benches, here and in a process of its own', () => {
  expect(fault('pull', '--documents', '10000000', '--trace')).toEqual({
    names: ['pull'],
    options: { size: 'modest', documents: 10_000_000, day: 0.1, processes: 1, trace: true },
    isUsual: false,
    flags: ['--size', 'modest', '--documents', '10000000', '--day', '0.1', '--processes', '1', '--trace'],
  })
  expect(fault('--against', 'docs/performance.json')).toMatchObject({
    names: [],
    against: 'docs/performance.json',
    isUsual: true,
  })
  expect(fault('--day', 'full')).toMatchObject({ options: { day: 1 }, isUsual: false })
})
