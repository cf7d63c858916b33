import type { DeskCore } from '#renderer/data/desk-core.ts'

const seqKey = 'lastSeq'

/** The place of the next operation. */
export function nextSeq(core: DeskCore): number {
  return Number(core.machine.keep.get(seqKey) ?? core.enrolment.value?.lastSeq ?? 0) + 1
}

/** After a start: the counter goes on above everything that any store remembers. [C4] */
export function raiseSeq(core: DeskCore, seen: readonly number[]): void {
  const kept = Number(core.machine.keep.get(seqKey) ?? 0)
  core.machine.keep.set(seqKey, String(Math.max(kept, core.enrolment.value?.lastSeq ?? 0, ...seen)))
}

/** It is on its way to the disk when this returns. */
export function takeSeq(core: DeskCore, seq: number): void {
  core.machine.keep.set(seqKey, String(seq))
}
