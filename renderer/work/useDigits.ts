import type { KeyboardEvent } from 'react'

/** Where the focus is among some choices, the digits 1 to 9 take one of them at once. */
export function useDigits<T>(
  choices: readonly T[],
  take: (choice: T) => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || !/^[1-9]$/.test(event.key)) return
    const choice = choices[Number(event.key) - 1]
    if (choice === undefined) return
    event.preventDefault()
    take(choice)
  }
}
