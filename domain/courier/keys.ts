import { Type, type Static } from 'typebox'

/** 32 bytes as small hex digits. */
export const hexKey = () => Type.String({ minLength: 64, maxLength: 64, pattern: '^[0-9a-f]{64}$' })

/** What each side tells the other once, so that files can pass: the key of its signature and the key to write to it. */
export const CourierKeys = Type.Object({
  /** Ed25519. */
  sign: hexKey(),
  /** X25519. */
  box: hexKey(),
})
export type CourierKeys = Static<typeof CourierKeys>
