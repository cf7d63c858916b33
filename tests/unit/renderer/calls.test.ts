// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { CallEvent } from '#electron/shared/bridge.ts'
import { answerCall, giveUp, hearCall, useCalls, waitingAmong } from '#renderer/stores/calls.ts'
import { seat, useContact } from '#renderer/stores/contact.ts'

const hear = (event: CallEvent['event'], callId = 'c1', ringingMs = 0, kept = false) =>
  hearCall({ event, callId, number: '0817 1234 567', ringingMs }, kept)
const states = () => useCalls.getState().calls.map(({ callId, state }) => `${callId} ${state}`)
const first = () => {
  const [call] = waitingAmong(useCalls.getState().calls)
  if (call === undefined) throw new Error('nobody calls')
  return call
}

beforeEach(() => {
  useCalls.setState({ calls: [] })
  useContact.setState({ passed: 0, countsFrom: 0, shown: [] }, true)
  seat({ id: 'ani', role: 'agent' })
})

test('a call that is taken becomes the running contact, with the number and who it is', () => {
  hear('ringing')
  expect(answerCall(first(), 'customer')).toBe(true)
  expect(states()).toEqual([])
  expect(useContact.getState().contact).toMatchObject({
    callId: 'c1',
    channel: 'call_in',
    numberGiven: '0817 1234 567',
    customerId: 'customer',
    verification: 'number_only',
  })
})

test('a second call waits: it never takes the place of the running contact, and its end is missed', () => {
  hear('ringing')
  answerCall(first())
  hear('ringing', 'c2')
  expect(answerCall(first())).toBe(false)
  expect(useContact.getState().contact?.callId).toBe('c1')
  hear('ended', 'c2')
  expect(states()).toEqual(['c2 missed'])
})

test('the end of the running call begins the wrap-up, once', () => {
  hear('ringing')
  answerCall(first())
  hear('ended')
  const talkedMs = useContact.getState().contact?.talkedMs
  expect(talkedMs).toBeGreaterThanOrEqual(0)
  hear('ended')
  expect(useContact.getState().contact?.talkedMs).toBe(talkedMs)
  expect(states()).toEqual([])
})

test('a call that was answered at the telephone and has ended is not missed: it waits to be written down', () => {
  hear('ringing')
  hear('answered')
  hear('ended')
  expect(states()).toEqual(['c1 over'])
  expect(answerCall(first())).toBe(true)
  expect(useContact.getState().contact?.talkedMs).toBeGreaterThanOrEqual(0)
})

test('what is given up counts as missed, and the end of what is written down already is no call', () => {
  hear('ringing')
  giveUp(first())
  expect(states()).toEqual(['c1 missed'])
  useCalls.setState({ calls: [] })
  hear('ended')
  expect(states()).toEqual([])
})

test('a call that the machine kept for a page that was not there is still known, also when it has ended meanwhile', () => {
  hear('ringing', 'c1', 4_000, true)
  hear('ended', 'c2', 9_000, true)
  expect(states()).toEqual(['c1 ringing', 'c2 missed'])
  expect(performance.now() - first().rangAt).toBeGreaterThanOrEqual(4_000)
})

test('an admin serves nobody, so no call becomes a contact', () => {
  seat({ id: 'wahyu', role: 'admin' })
  hear('ringing')
  expect(answerCall(first())).toBe(false)
  expect(states()).toEqual(['c1 ringing'])
})
