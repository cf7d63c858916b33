import { useState } from 'react'
import type { ProblemCode } from '#domain/problems.ts'
import { useCommand } from '#renderer/data/useLive.ts'
import { useSecondsUntil } from '#renderer/ui/useSecondsUntil.ts'

/** Signs in. A wrong password says the same words whoever it was; after several tries it waits, and shows how long. */
export function useSignIn() {
  const run = useCommand('signIn')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemCode>()
  const [waitUntil, setWaitUntil] = useState<number>()
  const waitSeconds = useSecondsUntil(waitUntil)
  async function signIn(request: { username: string; password: string }): Promise<boolean> {
    if (busy || waitSeconds > 0) return false
    setBusy(true)
    setProblem(undefined)
    const done = await run(request)
    setBusy(false)
    if (done.ok) return true
    setProblem(done.problem)
    if (done.retryAfter !== undefined) setWaitUntil(Date.now() + 1000 * done.retryAfter)
    return false
  }
  return { signIn, busy, problem, waitSeconds }
}
