import { create } from 'zustand'
import type { Bridge, CallEvent, HeardCall } from '#electron/shared/bridge.ts'
import { hangUp, startCall, useContact } from '#renderer/stores/contact.ts'
import { bridge } from '#renderer/stores/machine.ts'
import { isPractice } from '#renderer/stores/practice.ts'

/**
 * A call that is not a contact yet. `ringing`: nobody took it; `answered`: at the telephone, not here; `over`: that one
 * ended before anybody wrote it down; `missed`: it ended and nobody had taken it.
 */
export interface Call {
  readonly callId: string
  readonly number: string
  readonly queue?: string
  readonly state: 'ringing' | 'answered' | 'over' | 'missed'
  /** `performance.now()` when it began to ring: a clock that cannot jump. */
  readonly rangAt: number
  readonly answeredAt?: number
  /** `performance.now()` when it ended. */
  readonly endedAt?: number
}

/** Calls in the order in which they rang. */
export const useCalls = create<{ readonly calls: readonly Call[] }>(() => ({ calls: [] }))

/** Made up by the simulator: it is never written down as missed. */
export function isSimulated({ callId }: Pick<Call, 'callId'>): boolean {
  return callId.startsWith(simulated)
}
const simulated = 'simulated-'

export function newSimulatedId(): string {
  return `${simulated}${crypto.randomUUID()}`
}

/** The machine's telephone; absent in a plain browser, and in practice, where no real caller must land. */
export function telephony(): Bridge['telephony'] | undefined {
  return isPractice() ? undefined : bridge()?.telephony
}

/** Hears the machine's telephone from now on, beginning with what it heard before this page was there. */
export async function listenToCalls(): Promise<void> {
  const machine = telephony()
  machine?.onCall((call) => hearCall(call))
  for (const call of (await machine?.calls()) ?? []) hearCall(call, true)
}

/** The simulator speaks the way the telephone does; in a plain browser there is no machine to pass by. */
export function simulate(call: CallEvent): void {
  const machine = telephony()
  if (machine === undefined) hearCall({ ...call, ringingMs: 0 })
  else void machine.simulate(call)
}

/** `kept`: the machine had it for a page that was not there; nobody has written it down yet. */
export function hearCall(heard: HeardCall, kept = false): void {
  const { contact } = useContact.getState()
  if (contact?.callId === heard.callId) {
    if (heard.event === 'ended') hangUp()
    return
  }
  const { calls } = useCalls.getState()
  const known = calls.find(({ callId }) => callId === heard.callId)
  // The end of a call that was written down already.
  if (known === undefined && heard.event === 'ended' && !kept) return
  const call = next(known, heard, performance.now())
  useCalls.setState({
    calls: known === undefined ? [...calls, call] : calls.map((each) => (each === known ? call : each)),
  })
}

function next(known: Call | undefined, heard: HeardCall, now: number): Call {
  const { callId, number, queue, event, ringingMs, answeredMs } = heard
  const answeredAt = known?.answeredAt ?? answeredAtOf(event, answeredMs, now)
  const ended = answeredAt === undefined ? 'missed' : 'over'
  return {
    callId,
    number,
    ...(queue === undefined ? {} : { queue }),
    rangAt: known?.rangAt ?? now - ringingMs,
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(event === 'ended' ? { endedAt: now } : {}),
    state: event === 'ended' ? ended : event,
  }
}

function answeredAtOf(
  event: HeardCall['event'],
  answeredMs: number | undefined,
  now: number,
): number | undefined {
  if (answeredMs !== undefined) return now - answeredMs
  return event === 'answered' ? now : undefined
}

/** Calls that somebody can still take, the one that has waited longest first. */
export function waitingAmong(calls: readonly Call[]): readonly Call[] {
  return calls.filter(({ state }) => state !== 'missed')
}

/** Takes the call as the running contact; with the customer, when the number told who it is. */
export function answerCall(call: Call, customerId?: string): boolean {
  const now = performance.now()
  const passed = call.answeredAt === undefined ? 0 : now - call.answeredAt
  const talked =
    call.answeredAt === undefined || call.endedAt === undefined ? undefined : call.endedAt - call.answeredAt
  const started = startCall(
    {
      callId: call.callId,
      numberGiven: call.number,
      direction: 'in',
      ...(customerId === undefined ? {} : { customerId }),
      ...(talked === undefined ? {} : { talkedMs: Math.round(talked) }),
    },
    passed,
  )
  if (started) letGo(call.callId)
  return started
}

/** Nobody will take it any more: it counts as missed, and is written down as that. */
export function giveUp(call: Call): void {
  useCalls.setState(({ calls }) => ({
    calls: calls.map((each) =>
      each.callId === call.callId
        ? { ...each, state: 'missed', endedAt: each.endedAt ?? performance.now() }
        : each,
    ),
  }))
}

/** It is written down, as a contact or as missed. */
export function letGo(callId: string): void {
  useCalls.setState(({ calls }) => ({ calls: calls.filter((each) => each.callId !== callId) }))
  void telephony()?.letGo(callId)
}
