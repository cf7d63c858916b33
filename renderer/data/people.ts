import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { Person } from '#domain/sync/session.ts'
import type { Keep } from '#renderer/data/machine.ts'
import type { Vault } from '#renderer/data/vault.ts'

const Known = Type.Object({
  person: Person,
  /** Holds the refresh token: opening it proves the password, without a line. */
  vault: Type.Object({
    salt: Type.String(),
    iterations: Type.Integer(),
    nonce: Type.String(),
    sealed: Type.String(),
  }),
})
/** A person who signed in here before and so can unlock this desk without a line. */
export type Known = Static<typeof Known>

const key = 'people'

export function knownPeople(keep: Keep): readonly Known[] {
  const stored: unknown = JSON.parse(keep.get(key) ?? '[]')
  return Value.Check(Type.Array(Known), stored) ? stored : []
}

export function knownPerson(keep: Keep, username: string): Known | undefined {
  return knownPeople(keep).find((known) => known.person.username === username)
}

export function remember(keep: Keep, person: Person, vault: Vault): void {
  const others = knownPeople(keep).filter((known) => known.person.username !== person.username)
  keep.set(key, JSON.stringify([...others, { person, vault }]))
}
