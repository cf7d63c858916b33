import type { Reference } from '#domain/reference/reference.ts'
import type { Role } from '#domain/staff/roles.ts'
import { idAt } from '#tests/world/id-at.ts'
import { makeName, slug, type Gender } from '#tests/world/people/make-name.ts'
import type { Place } from '#tests/world/places/places.ts'
import type { Random } from '#tests/world/random.ts'

export interface Staff {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly centreId: string
  /** Departments whose matters this person is good at. */
  readonly skills: readonly string[]
}

/** The people of one centre, a supervisor first. A small centre has two, a big one six; headquarters has two admins. */
export function makeStaff(place: Place, customers: number, since: number, random: Random): Staff[] {
  const roles: readonly Role[] =
    place.code === 'HQ' ? ['admin', 'admin'] : ['supervisor', 'branch', 'agent', 'agent', 'branch', 'agent']
  const many =
    place.code === 'HQ' ? 2 : Math.min(roles.length, customers < 50 ? 2 : 3 + Math.floor(customers / 120))
  const taken = new Set<string>()
  return roles.slice(0, many).map((role, index) => {
    const own = random.fork(index)
    const gender: Gender = own.chance(0.5) ? 'female' : 'male'
    const name = makeName(own, place.origins, gender)
    const first = callName(name)
    const called = taken.has(first) ? `${first}${index + 1}` : first
    taken.add(called)
    return {
      id: idAt(since, own),
      username: `${called}.${place.code.toLowerCase()}`,
      name,
      role,
      centreId: place.code,
      skills: skillsAt(index),
    }
  })
}

/** The supervisor knows everything; the others share it out, so that each centre has somebody for most matters. */
function skillsAt(index: number): readonly string[] {
  const shares = [
    ['service', 'sales', 'shipment'],
    ['billing', 'sales'],
    ['network', 'service'],
  ]
  return index === 0
    ? ['billing', 'fraud', ...shares.flat()].filter(isFirst)
    : (shares[(index - 1) % shares.length] ?? [])
}

function isFirst(skill: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(skill) === index
}

const titles = [
  'andi',
  'gusti',
  'wayan',
  'made',
  'nyoman',
  'ketut',
  'putu',
  'gede',
  'kadek',
  'komang',
  'muhammad',
  'abdul',
  'ayu',
]

/** The part of a name that people are called by: not a title, not a name for order of birth. */
function callName(name: string): string {
  const parts = slug(name).split('.')
  return parts.find((part) => part.length > 3 && !titles.includes(part)) ?? parts[0] ?? 'staf'
}

export function staffRecord(staff: Staff): Reference {
  const { id, username, name, role, centreId, skills } = staff
  return {
    id: `staff:${id}`,
    rev: 1,
    kind: 'staff',
    code: username,
    name,
    active: true,
    staffId: id,
    role,
    centreId,
    skills: [...skills],
  }
}
