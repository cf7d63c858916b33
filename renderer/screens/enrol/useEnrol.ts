import { useCallback, useEffect, useState } from 'react'
import type { ProblemCode } from '#domain/problems.ts'
import { useCommand } from '#renderer/data/useLive.ts'
import { useSecondsUntil } from '#renderer/ui/useSecondsUntil.ts'

interface EnrolRequest {
  readonly code: string
  readonly name: string
}

const retrySeconds = 5
/** What passes by itself, so that trying again helps. */
const passing: readonly ProblemCode[] = ['unreachable', 'overloaded', 'database_unreachable']

/** Enrols the desk; while headquarters does not answer it goes on asking by itself. */
export function useEnrol() {
  const run = useCommand('enrol')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemCode>()
  const [retry, setRetry] = useState<{ request: EnrolRequest; at: number }>()
  const retryIn = useSecondsUntil(retry?.at)

  const attempt = useCallback(
    async (request: EnrolRequest) => {
      setBusy(true)
      setRetry(undefined)
      const done = await run(request)
      setBusy(false)
      setProblem(done.ok ? undefined : done.problem)
      if (done.ok || !passing.includes(done.problem)) return
      setRetry({ request, at: Date.now() + 1000 * (done.retryAfter ?? retrySeconds) })
    },
    [run],
  )
  useEffect(() => {
    if (retry === undefined) return undefined
    const timer = setTimeout(() => void attempt(retry.request), retry.at - Date.now())
    return () => clearTimeout(timer)
  }, [retry, attempt])

  /** The first try shows no old problem; a retry by itself keeps it on screen. */
  const enrol = (request: EnrolRequest) => {
    setProblem(undefined)
    return attempt(request)
  }
  return { enrol, busy, problem, retryIn }
}
