import type { Commands } from '#renderer/data/contract.ts'
import type { Desk } from '#renderer/data/desk.ts'

/** How a desk does what a person may do. */
export type Work<N extends keyof Commands> = (
  desk: Desk,
  request: Parameters<Commands[N]>[0],
) => Promise<ReturnType<Commands[N]>>

/** Nobody is signed in. */
export const locked = { ok: false, problem: 'session_expired' } as const
