import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { fromHex, toHex } from '#domain/courier/hex.ts'
import { hexKey, type CourierKeys } from '#domain/courier/keys.ts'
import type { CourierSecrets } from '#domain/courier/seal.ts'
import { webPrimitives } from '#renderer/data/courier/primitives.ts'
import type { Keep } from '#renderer/data/machine.ts'

const Kept = Type.Object({ sign: hexKey(), box: hexKey() })
const key = 'courier'

/** This desk's private keys for courier files, kept where the device's secret is. Made when they are first asked for. */
export function courierSecrets(keep: Keep): CourierSecrets {
  const stored: unknown = JSON.parse(keep.get(key) ?? 'null')
  if (Value.Check(Kept, stored)) return { sign: fromHex(stored.sign), box: fromHex(stored.box) }
  const made = { sign: webPrimitives.random(32), box: webPrimitives.random(32) }
  keep.set(key, JSON.stringify({ sign: toHex(made.sign), box: toHex(made.box) }))
  return made
}

/** Their public halves, for headquarters. */
export function courierKeys(keep: Keep): CourierKeys {
  const { sign, box } = courierSecrets(keep)
  return { sign: toHex(webPrimitives.signerOf(sign)), box: toHex(webPrimitives.boxOf(box)) }
}
