import { Type, type Static } from 'typebox'
import { CourierKeys } from '#domain/courier/keys.ts'
import { id, instant, oneOf, text } from '#domain/fields.ts'
import { roles } from '#domain/staff/roles.ts'
import { zones } from '#domain/reference/reference.ts'

/** Version of the wire. Raise it for what an older client cannot ignore and say what changed in docs/sync.md. */
export const protocolVersion = 2
/** The oldest console that headquarters still serves. */
export const oldestProtocol = 1
/** Says which protocol a side speaks, in every request and every answer. */
export const protocolHeader = 'x-loket-protocol'

/** What a desk learns once, when it is enrolled. */
export const Enrolment = Type.Object({
  deviceId: id(),
  /** Says only "this is that device"; nothing opens without a person's password besides. */
  deviceSecret: text(128),
  /** `KDI1`: part of every code that the desk mints. */
  label: text(16),
  /** The highest counter headquarters has of this device, 0 for a new one. */
  lastSeq: Type.Integer({ minimum: 0 }),
  centre: Type.Object({ id: id(), name: text(120), zone: oneOf(zones) }),
  /** Ed25519 public key of catalogue releases, hex. */
  releaseKey: text(128),
  /** Key of the NIK hash (HMAC-SHA256), hex. */
  nikKey: text(128),
  /** Headquarters' keys for courier files; they are here once headquarters has this desk's. */
  courier: Type.Optional(CourierKeys),
})
export type Enrolment = Static<typeof Enrolment>

/** Who serves. */
export const Person = Type.Object({
  id: id(),
  username: text(32),
  name: text(120),
  role: oneOf(roles),
  centreId: id(),
})
export type Person = Static<typeof Person>

/** A signed-in person on a device. `refreshToken` works only together with the device's secret, once. */
export const Session = Type.Object({
  accessToken: text(256),
  accessUntil: instant(),
  refreshToken: text(256),
  person: Person,
})
export type Session = Static<typeof Session>

export const EnrolRequest = Type.Object({
  code: text(40),
  name: text(60),
  /** This desk's keys for courier files; the private halves never leave it. */
  courier: Type.Optional(CourierKeys),
})
export type EnrolRequest = Static<typeof EnrolRequest>

const device = { deviceId: id(), deviceSecret: text(128) }
/** A device asks how it stands, without a person. */
export const StandingRequest = Type.Object(device)
export type StandingRequest = Static<typeof StandingRequest>
export const SignInRequest = Type.Object({ ...device, username: text(32), password: text(200) })
export type SignInRequest = Static<typeof SignInRequest>
export const RefreshRequest = Type.Object({ ...device, refreshToken: text(256) })
export type RefreshRequest = Static<typeof RefreshRequest>

/** What a desk says of itself after each sync, for the rollout view and the lists at headquarters. */
export const DeskReport = Type.Object({
  /** The release the desk sells by, absent before the first. */
  releaseId: Type.Optional(id()),
  /** The newest release that is here whole and signed, though its time may not have come. */
  newestReleaseId: Type.Optional(id()),
  waiting: Type.Integer({ minimum: 0 }),
  oldestWaitingAt: Type.Optional(instant()),
  ready: Type.Boolean(),
  clientVersion: text(32),
  /** The desk's clock, so that a skew can be hinted at. */
  clock: instant(),
  /** Of a desk that was enrolled before there were any. */
  courier: Type.Optional(CourierKeys),
})
export type DeskReport = Static<typeof DeskReport>

/** Headquarters' clock, ms UTC, and its keys when it took the desk's. */
export const ReportAnswer = Type.Object({ at: instant(), courier: Type.Optional(CourierKeys) })
export type ReportAnswer = Static<typeof ReportAnswer>

/** One centre's row of the rollout view. */
export const CentreRollout = Type.Object({
  centreId: id(),
  centreName: text(120),
  devices: Type.Array(
    Type.Object({
      deviceId: id(),
      label: text(16),
      releaseId: Type.Optional(id()),
      newestReleaseId: Type.Optional(id()),
      seenAt: Type.Optional(instant()),
      waiting: Type.Integer({ minimum: 0 }),
    }),
  ),
})
export type CentreRollout = Static<typeof CentreRollout>
