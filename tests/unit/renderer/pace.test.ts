import { expect, test } from 'vitest'
import { pace } from '#renderer/data/pace.ts'
import { paced } from '#renderer/data/paced.ts'

const pages = () => pace({ first: 500, most: 1000, least: 10 })

test('[T9] what breaks off is asked for in a quarter, what takes long in a half, down to the least', () => {
  const page = pages()
  page.failed()
  expect(page.size()).toBe(125)
  page.took(125, 9_000)
  expect(page.size()).toBe(62)
  for (let times = 0; times < 5; times++) page.failed()
  expect(page.size()).toBe(10)
})

test('[T9] what comes whole and quickly is asked for in twice as much, up to the most', () => {
  const page = pages()
  page.took(500, 400)
  expect(page.size()).toBe(1000)
  page.took(1000, 400)
  expect(page.size()).toBe(1000)
})

test('[T9] an answer with little in it, and one that takes its time, change nothing', () => {
  const page = pages()
  page.took(3, 400)
  page.took(500, 5_000)
  expect(page.size()).toBe(500)
})

test('[T9] a refusal says nothing about the line, and a silence does', async () => {
  const page = pages()
  const refused = async () => ({ ok: false, problem: { code: 'bad_request' } }) as const
  const silent = async () => ({ ok: false, problem: { code: 'unreachable' } }) as const
  await paced({ now: () => 0 }, page, { ask: refused, weight: () => 0 })
  expect(page.size()).toBe(500)
  await paced({ now: () => 0 }, page, { ask: silent, weight: () => 0 })
  expect(page.size()).toBe(125)
})
