import { useCallback, useState } from 'react'
import type { ProblemCode } from '#domain/problems.ts'
import type { CommandName, Commands } from '#renderer/data/contract.ts'
import { useCommand } from '#renderer/data/useLive.ts'

type Request<N extends CommandName> = Parameters<Commands[N]>[0]
type Value<N extends CommandName> = Extract<ReturnType<Commands[N]>, { ok: true }>['value']

/** A command with what a form shows about it: whether it runs and why it was refused. */
export function useRun<N extends CommandName>(name: N) {
  const command = useCommand(name)
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<ProblemCode>()
  const run = useCallback(
    async (request: Request<N>): Promise<{ readonly value: Value<N> } | undefined> => {
      setRunning(true)
      try {
        const done = await command(request)
        setProblem(done.ok ? undefined : done.problem)
        return done.ok ? { value: done.value as Value<N> } : undefined
      } finally {
        setRunning(false)
      }
    },
    [command],
  )
  return { run, running, problem, clear: useCallback(() => setProblem(undefined), []) }
}
