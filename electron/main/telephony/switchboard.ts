import type { CallEvent, HeardCall } from '#electron/shared/bridge.ts'

/** More than one agent can ever have waiting; what comes on top is told so and nothing grows without end. */
const most = 20
const order: readonly CallEvent['event'][] = ['ringing', 'answered', 'ended']

interface Kept {
  readonly call: CallEvent
  readonly rangAt: number
  readonly answeredAt?: number
}

/**
 * The calls that were heard and that nobody has written down yet. A page that is loaded anew asks for them again, so that
 * no call is lost with it. Times are by a clock that cannot jump.
 */
export class Switchboard {
  readonly #kept = new Map<string, Kept>()
  readonly #tell: (call: HeardCall) => void
  readonly #clock: () => number

  constructor(tell: (call: HeardCall) => void, clock: () => number = () => performance.now()) {
    this.#tell = tell
    this.#clock = clock
  }

  /** False where too many wait already. What was heard before, or comes in the wrong order, changes nothing. */
  hear(call: CallEvent): boolean {
    const known = this.#kept.get(call.callId)
    if (known !== undefined && order.indexOf(call.event) <= order.indexOf(known.call.event)) return true
    if (known === undefined && call.event !== 'ended' && this.#kept.size >= most) return false
    const now = this.#clock()
    const answeredAt = call.event === 'answered' ? now : known?.answeredAt
    const kept: Kept = {
      call,
      rangAt: known?.rangAt ?? now,
      ...(answeredAt === undefined ? {} : { answeredAt }),
    }
    // The end of a call that was let go belongs to a running contact, which keeps itself.
    if (known !== undefined || call.event !== 'ended') this.#kept.set(call.callId, kept)
    this.#tell(this.#heard(kept))
    return true
  }

  calls(): readonly HeardCall[] {
    return [...this.#kept.values()].map((kept) => this.#heard(kept))
  }

  letGo(callId: string): void {
    this.#kept.delete(callId)
  }

  #heard({ call, rangAt, answeredAt }: Kept): HeardCall {
    const now = this.#clock()
    return {
      ...call,
      ringingMs: now - rangAt,
      ...(answeredAt === undefined ? {} : { answeredMs: now - answeredAt }),
    }
  }
}
