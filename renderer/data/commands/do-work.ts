import type { Step } from '#domain/sync/operation.ts'
import type { Person } from '#domain/sync/session.ts'
import type { Minter } from '#domain/ticket/code.ts'
import { capture } from '#renderer/data/capture.ts'
import { locked } from '#renderer/data/commands/command.ts'
import type { Done } from '#renderer/data/contract.ts'
import type { Desk } from '#renderer/data/desk.ts'

/** Captures the steps as the signed-in person's operation; `value` is what the command answers then. */
export async function doWork<T>(
  desk: Desk,
  value: T,
  make: (minter: Minter, person: Person) => readonly Step[],
): Promise<Done<T>> {
  const person = desk.sessions.person.value
  if (person === undefined) return locked
  const captured = await capture(desk.core, person, (minter) => make(minter, person))
  return captured.ok ? { ok: true, value } : captured
}
