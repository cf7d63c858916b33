import { codeOf } from '#sync-server/storage/faults.ts'

/** What a log may say of a thrown error: where it was, never the message of a database, which quotes values. */
export function faultOf(error: unknown): {
  readonly type: string
  readonly code?: string
  readonly at: string
} {
  if (!(error instanceof Error)) return { type: typeof error, at: '' }
  const code = codeOf(error)
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return { type: error.name, ...(code === undefined ? {} : { code }), at: frames.slice(0, 8).join('\n') }
}
