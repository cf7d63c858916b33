import { createContext, use, useCallback, useLayoutEffect, useState } from 'react'
import type { CommandName, Commands, Queries, QueryName } from '#renderer/data/contract.ts'
import type { Door } from '#renderer/data/door.ts'

export const DoorContext = createContext<Door | undefined>(undefined)

function useDoor(): Door {
  const door = use(DoorContext)
  if (door === undefined) throw new Error('a screen stands outside of <DoorContext>')
  return door
}

/**
 * The present answer to a named question, kept up to date; `undefined` until the first answer.
 * An answer is only ever shown for the arguments it was asked with: the moment an agent turns to the next caller,
 * the last caller's tickets are gone. [Q1]
 */
export function useLive<N extends QueryName>(
  name: N,
  ...args: Parameters<Queries[N]>
): ReturnType<Queries[N]> | undefined {
  const door = useDoor()
  const key = JSON.stringify([name, args])
  const [answer, setAnswer] = useState<{ key: string; value: ReturnType<Queries[N]> }>()
  // Before the screen is painted: whoever waits for a caller's name does not wait for a frame first.
  useLayoutEffect(
    () => door.watch(name, args, (value) => setAnswer({ key, value })),
    // oxlint-disable-next-line react/exhaustive-deps -- `key` stands for name and arguments
    [door, key],
  )
  return answer?.key === key ? answer.value : undefined
}

/** Asks a question ahead, for a part of the screen that is drawn only when another answer is here: both are then on their way at once. */
export function useAhead<N extends QueryName>(name: N, ...args: Parameters<Queries[N]>): void {
  const door = useDoor()
  const key = JSON.stringify([name, args])
  useLayoutEffect(
    () => door.watch(name, args, () => undefined),
    // oxlint-disable-next-line react/exhaustive-deps -- `key` stands for name and arguments
    [door, key],
  )
}

/** Runs a named command: `const moveTicket = useCommand('moveTicket')`. */
export function useCommand<N extends CommandName>(
  name: N,
): (request: Parameters<Commands[N]>[0]) => Promise<ReturnType<Commands[N]>> {
  const door = useDoor()
  return useCallback((request: Parameters<Commands[N]>[0]) => door.run(name, request), [door, name])
}
