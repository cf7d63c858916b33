import { masked, spoken } from '#domain/customer/msisdn.ts'

/** A number for the eyes that are allowed now. */
export function numberFor(shown: boolean, number: string): string {
  return shown ? spoken(number) : masked(number)
}

/** `si••••@••••.id`: enough to recognise, too little to use. */
export function maskedEmail(email: string): string {
  const [name = '', host = ''] = email.split('@')
  return `${name.slice(0, 2)}••••@••••${host.slice(host.lastIndexOf('.'))}`
}

/** `Jl. M••••`. */
export function maskedText(text: string): string {
  return `${text.slice(0, 5)}••••`
}
