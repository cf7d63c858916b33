import { create } from 'zustand'

/** The lists of tickets. */
export type TicketsView = 'mine' | 'open' | 'late' | 'waiting' | 'pending' | 'escalated' | 'mentions' | 'done'

/** Every place an agent can be. There is no address bar, so there is no router. */
export type Place =
  | { readonly at: 'desk' }
  | { readonly at: 'search'; readonly text: string }
  | { readonly at: 'customer'; readonly customerId: string }
  | { readonly at: 'register'; readonly text: string }
  | { readonly at: 'tickets'; readonly view: TicketsView }
  | { readonly at: 'ticket'; readonly ticketId: string }
  | { readonly at: 'catalogue' }
  | { readonly at: 'releases' }
  | { readonly at: 'sync' }
  | { readonly at: 'items' }
  | { readonly at: 'settings' }
  | { readonly at: 'day' }
  | { readonly at: 'queue' }
  /** Of all centres, for admins. */
  | { readonly at: 'orders' }
  /** For visitors, without the frame around it. */
  | { readonly at: 'kiosk' }
  | { readonly at: 'waiting_room' }
  | { readonly at: 'knowledge'; readonly articleId?: string }

interface Workspace {
  readonly place: Place
  readonly trail: readonly Place[]
}

const longestTrail = 50

/** Where the agent is and came from. Never records. */
export const useWorkspace = create<Workspace>(() => ({ place: { at: 'desk' }, trail: [] }))

export function go(place: Place): void {
  useWorkspace.setState((now) => ({ place, trail: [...now.trail, now.place].slice(-longestTrail) }))
}

/** One level back; at the beginning it stays. */
export function back(): void {
  useWorkspace.setState((now) => ({ place: now.trail.at(-1) ?? now.place, trail: now.trail.slice(0, -1) }))
}

/** Another person sits down: no trace of where the last one was. */
export function startOver(): void {
  useWorkspace.setState({ place: { at: 'desk' }, trail: [] })
}
