import { fromHex, toHex } from '#domain/courier/hex.ts'
import type { CourierKeys } from '#domain/courier/keys.ts'
import type { CourierSecrets } from '#domain/courier/seal.ts'
import type { Keys } from '#sync-server/storage/meta.ts'
import { nodePrimitives } from './primitives.ts'

/** Headquarters' own keys for courier files. */
export function courierSecrets(keys: Keys): CourierSecrets {
  return { sign: fromHex(keys.courier_seed), box: fromHex(keys.courier_box) }
}

/** Their public halves, for every desk. */
export function courierKeys(keys: Keys): CourierKeys {
  const { sign, box } = courierSecrets(keys)
  return { sign: toHex(nodePrimitives.signerOf(sign)), box: toHex(nodePrimitives.boxOf(box)) }
}
