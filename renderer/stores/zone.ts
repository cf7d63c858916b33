import { create } from 'zustand'
import type { Zone } from '#domain/reference/reference.ts'

/** Whose clock people see: the centre's, and WIB until the centre is known. Hundreds of rows read it, so it is no query. */
export const useZone = create<{ readonly zone: Zone }>(() => ({ zone: 'WIB' }))

export function setZone(zone: Zone): void {
  useZone.setState({ zone })
}
