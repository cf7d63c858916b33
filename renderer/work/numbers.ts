import { masked, spoken } from '#domain/customer/msisdn.ts'

/** A number for the eyes that are allowed now. */
export function numberFor(shown: boolean, number: string): string {
  return shown ? spoken(number) : masked(number)
}
