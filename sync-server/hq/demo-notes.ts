import type { Role } from '#domain/staff/roles.ts'

/** A code that is shown again until it is used: only the demo keeps one in words. */
export interface DemoCode {
  readonly centreId: string
  readonly code: string
  readonly expiresAt: number
}

/** Everybody may know these passwords: the demo's people are made up, and so is what they see. */
export interface DemoPerson {
  readonly username: string
  readonly password: string
  readonly role: Role
  readonly centreId: string
  readonly name: string
}

/** What the demo shows every time. */
export interface DemoNotes {
  readonly people: readonly DemoPerson[]
  readonly codes: readonly DemoCode[]
  readonly counts: {
    readonly centres: number
    readonly customers: number
    readonly tickets: number
    readonly contacts: number
  }
}
