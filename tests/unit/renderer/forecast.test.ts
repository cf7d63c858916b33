import { expect, test } from 'vitest'
import { newForecast } from '#renderer/data/forecast.ts'

test('nothing is told before something came for ten seconds, and then what is left at the pace of what came', () => {
  const forecast = newForecast()
  expect(forecast.left()).toBeUndefined()
  forecast.saw(0, 1000)
  expect(forecast.left()).toBeUndefined()
  forecast.saw(5_000, 900)
  expect(forecast.left()).toBeUndefined()
  forecast.saw(10_000, 800)
  expect(forecast.left()).toBe(40_000)
})

test('a line that becomes slower or quicker is told of within half a minute', () => {
  const forecast = newForecast()
  const state = { at: 0, left: 100_000 }
  const go = (seconds: number, each: number) => {
    for (let second = 0; second < seconds; second += 5) {
      state.at += 5_000
      state.left -= 5 * each
      forecast.saw(state.at, state.left)
    }
    return forecast.left()
  }
  forecast.saw(0, state.left)
  for (const each of [200, 20, 500, 50]) {
    const told = go(30, each)
    expect(told, `${each} a second`).toBe((state.left / each) * 1000)
    // It stays so for as long as the line does.
    go(300, each)
    expect(forecast.left()).toBe(Math.round((state.left / each) * 1000))
  }
})

test('a clock that is set back, and a filling that begins anew, begin a new forecast', () => {
  const forecast = newForecast()
  forecast.saw(100_000, 1000)
  forecast.saw(110_000, 500)
  forecast.saw(20_000, 400)
  expect(forecast.left()).toBeUndefined()
  forecast.saw(30_000, 300)
  expect(forecast.left()).toBe(30_000)
  forecast.saw(31_000, 2000)
  expect(forecast.left()).toBeUndefined()
})
