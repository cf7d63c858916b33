import { useState, type KeyboardEvent } from 'react'

/** Whether Caps Lock is on, as far as the last key tells. */
export function useCapsLock() {
  const [on, setOn] = useState(false)
  return { on, look: (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock')) }
}
