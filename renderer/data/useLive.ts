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
 * the last caller's tickets are gone. [Q1] What another part of the screen knows already stands in the first drawing.
 */
export function useLive<N extends QueryName>(
  name: N,
  ...args: Parameters<Queries[N]>
): ReturnType<Queries[N]> | undefined {
  const door = useDoor()
  const key = JSON.stringify([name, args])
  const known = (): Told<N> => ({ key, value: door.known?.(name, args) })
  const [told, setTold] = useState(known)
  const now = told.key === key ? told : known()
  // Before the screen is painted: whoever waits for a caller's name does not wait for a frame first.
  useLayoutEffect(
    () =>
      door.watch(name, args, (value) =>
        setTold((last) => (last.key === key && last.value === value ? last : { key, value })),
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- `key` stands for name and arguments
    [door, key],
  )
  return now.value
}

interface Told<N extends QueryName> {
  readonly key: string
  readonly value: ReturnType<Queries[N]> | undefined
}

/** A named question with what is asked of it. */
export type Question = { [N in QueryName]: readonly [N, ...Parameters<Queries[N]>] }[QueryName]

/** Asks questions ahead, for what is drawn only when another answer is here or a key was pressed: all of them at once. */
export function useAhead(questions: readonly Question[]): void {
  const door = useDoor()
  const key = JSON.stringify(questions)
  useLayoutEffect(
    () => {
      const stops = questions.map(([name, ...args]) => door.watch(name, args as never, () => undefined))
      return () => {
        for (const stop of stops) stop()
      }
    },
    // oxlint-disable-next-line react/exhaustive-deps -- `key` stands for the questions
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
