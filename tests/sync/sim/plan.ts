import type { Role } from '#domain/staff/roles.ts'
import { seeded } from '#tests/sync/seeded.ts'
import type { Engine } from './disk.ts'
import { lineModes, type LineMode } from './line.ts'
import { desks } from './people.ts'

/** One thing that happens to a world, at an instant in ms. A plan is a list of them, so that a failing one can be made small. */
export type Happening = { readonly at: number } & (
  | { readonly what: 'work'; readonly desk: number; readonly seed: number }
  /** Somebody works with the queue: beside `work`, so that the plans that ever failed stay what they were. */
  | { readonly what: 'queue'; readonly desk: number; readonly seed: number }
  /** Somebody takes money or gives it back. */
  | { readonly what: 'money'; readonly desk: number; readonly seed: number }
  | { readonly what: 'line'; readonly desk: number; readonly mode: LineMode; readonly lasts: number }
  /** At the `effects`-th effect on its disk from now on; `atStart`: again at that effect of the next start. */
  | {
      readonly what: 'kill'
      readonly desk: number
      readonly effects: number
      readonly atStart: number
      readonly away: number
    }
  | { readonly what: 'disk full'; readonly desk: number; readonly writes: number; readonly times: number }
  | { readonly what: 'lose database'; readonly desk: number }
  | { readonly what: 'clock'; readonly desk: number; readonly by: number }
  | { readonly what: 'kill headquarters'; readonly statements: number; readonly away: number }
  | {
      readonly what: 'stumble'
      readonly fault: 'serialization' | 'bug'
      readonly statements: number
      readonly times: number
    }
  | { readonly what: 'back up' }
  | { readonly what: 'restore' }
  | {
      readonly what: 'role'
      readonly person: string
      readonly centreId: string
      readonly role: Role
      readonly active: boolean
    }
  | { readonly what: 'publish'; readonly version: string }
  | { readonly what: 'revoke'; readonly desk: number }
  /** One of the customers goes to the other centre. */
  | { readonly what: 'move'; readonly dice: number }
)

export interface Plan {
  readonly seed: number
  readonly engine: Engine
  /** Whether headquarters' pokes reach the desks; without them their timers have to do. */
  readonly pokes: boolean
  readonly happenings: readonly Happening[]
}

/** How long a world is at work, before everything is mended and watched. */
export const workingTime = 400_000

const minute = 60_000
const day = 86_400_000
const clockJumps = [-day, day, -worldAge(), 3_600_000, -300_000, 40 * day]

/** Back to 1970. */
function worldAge(): number {
  return Date.UTC(2026, 10, 23, 2)
}

/** What happens in the world of this seed. Each has a character of its own: some suffer from one kind of fault, some from all. */
export function planOf(seed: number): Plan {
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T
  const at = () => below(workingTime)
  const desk = () => below(desks.length)
  const character = pick([
    'line',
    'line',
    'kills',
    'disks',
    'headquarters',
    'restore',
    'rights',
    'scope',
    'everything',
  ] as const)
  const has = (...kinds: (typeof character)[]) => character === 'everything' || kinds.includes(character)
  const times = (share: number, most: number) => (share > random() ? 1 + below(most) : 0)
  const happenings: Happening[] = []
  const add = (count: number, make: () => Happening) => {
    for (let n = 0; n < count; n++) happenings.push(make())
  }

  add(24 + below(24), () => ({ at: at(), what: 'work', desk: desk(), seed: below(1e6) }))
  add(3 + (has('line') ? 6 : 0), () => ({
    at: at(),
    what: 'line',
    desk: desk(),
    mode: pick(lineModes.slice(1)),
    lasts: below(has('line') ? 3 * minute : minute),
  }))
  if (has('kills', 'disks'))
    add(2 + below(3), () => ({
      at: at(),
      what: 'kill',
      desk: desk(),
      effects: 1 + below(30),
      atStart: random() < 0.3 ? 1 + below(20) : 0,
      away: below(minute),
    }))
  if (has('disks')) {
    add(1 + below(3), () => ({
      at: at(),
      what: 'disk full',
      desk: desk(),
      writes: 1 + below(12),
      times: 1 + below(6),
    }))
    add(times(0.6, 1), () => ({ at: at(), what: 'lose database', desk: desk() }))
  }
  if (has('headquarters', 'restore')) {
    add(1 + below(2), () => ({
      at: at(),
      what: 'kill headquarters',
      statements: 1 + below(40),
      away: below(2 * minute),
    }))
    add(times(0.6, 2), () => ({
      at: at(),
      what: 'stumble',
      fault: pick(['serialization', 'bug'] as const),
      statements: 1 + below(60),
      times: 1 + below(4),
    }))
  }
  if (character === 'restore') {
    const first = below(workingTime / 2)
    happenings.push({ at: first, what: 'back up' })
    happenings.push({ at: first + below(workingTime - first), what: 'restore' })
  }
  if (has('rights')) {
    add(1 + below(2), () => {
      const place = pick(desks)
      const person = place.people[0]
      const role = pick(['agent', 'branch', 'admin'] as const)
      return {
        at: at(),
        what: 'role',
        person: person?.id ?? '',
        centreId: place.centreId,
        role,
        active: random() < 0.6,
      }
    })
  }
  if (has('scope')) {
    add(2 + below(5), () => ({ at: at(), what: 'move', dice: below(1e6) }))
    add(times(0.4, 1), () => ({ at: at(), what: 'revoke', desk: desk() }))
  }
  add(times(0.4, 2), () => ({ at: at(), what: 'publish', version: `2026.11.${below(1000)}` }))
  add(times(0.4, 3), () => ({ at: at(), what: 'clock', desk: desk(), by: pick(clockJumps) }))
  add(6 + below(10), () => ({ at: at(), what: 'queue', desk: desk(), seed: below(1e6) }))
  add(10 + below(10), () => ({ at: at(), what: 'money', desk: desk(), seed: below(1e6) }))
  return {
    seed,
    engine: seed % 5 === 0 ? 'disk' : 'memory',
    pokes: seed % 3 === 0,
    happenings: happenings.toSorted((a, b) => a.at - b.at),
  }
}

/** A line of the story. */
export function tell({ at, what, ...rest }: Happening): string {
  const facts = Object.entries(rest).map(([name, value]) => `${name} ${String(value)}`)
  return `${(at / 1000).toFixed(0).padStart(4)} s  ${what}  ${facts.join(', ')}`
}
