import type { Zone } from '#domain/reference/reference.ts'
import { yearMonth } from '#domain/reference/zone.ts'

/** Who minted a code and with which number: the device's label (`KDI1`) and its operation counter, so no two devices meet. */
export interface Minter {
  readonly deviceLabel: string
  readonly deviceSeq: number
}

/** `T-KDI1-2611-0042`, unique without a line because the counter is the device's own. */
export function ticketCode(minter: Minter, at: number, zone: Zone): string {
  return `T-${minter.deviceLabel}-${yearMonth(at, zone)}-${padded(minter.deviceSeq)}`
}

/** `O-KDI1-2611-0042`: what a customer has asked for. */
export function orderCode(minter: Minter, at: number, zone: Zone): string {
  return `O-${minter.deviceLabel}-${yearMonth(at, zone)}-${padded(minter.deviceSeq)}`
}

/** `R-KDI1-2611-0042`: the receipt of money that was taken or given back. */
export function receiptCode(minter: Minter, at: number, zone: Zone): string {
  return `R-${minter.deviceLabel}-${yearMonth(at, zone)}-${padded(minter.deviceSeq)}`
}

/** `K-KDI1-2611-0042`: a count of the drawer. */
export function countCode(minter: Minter, at: number, zone: Zone): string {
  return `K-${minter.deviceLabel}-${yearMonth(at, zone)}-${padded(minter.deviceSeq)}`
}

/** `P-KDI1-0007`. */
export function provisionalCode(minter: Minter): string {
  return `P-${minter.deviceLabel}-${padded(minter.deviceSeq)}`
}

/** Whether this device may have minted the code. */
export function mintedBy(code: string, deviceLabel: string): boolean {
  return code.split('-')[1] === deviceLabel
}

function padded(seq: number): string {
  return String(seq).padStart(4, '0')
}
