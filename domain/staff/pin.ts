/**
 * Digits of a PIN. NIST SP 800-63B 5.1.1.1 allows six digits where chance chose them; people choose these, so they open nothing but
 * a session that a password began, and the tries are few (decision 31).
 */
export const pinDigits = 6
/** Wrong ones before only the password opens (research/features.md 4.4, screen 2). */
export const pinTries = 5
/** How long one holds: after twelve hours NIST SP 800-63B 4.2.3 asks for the whole sign-in again. It is a shift and its overtime. */
export const pinHours = 12

/** Six digits that somebody who watches would not try first. */
export function isPin(text: string): boolean {
  return new RegExp(`^\\d{${pinDigits}}$`).test(text) && !isEasy(text)
}

/** The same digit, a pair or a triple again and again, or a run up or down: 111111, 121212, 123123, 123456, 987654. */
function isEasy(pin: string): boolean {
  const steps = Array.from(
    { length: pinDigits - 1 },
    (_, place) => (Number(pin[place + 1]) - Number(pin[place]) + 10) % 10,
  )
  const isRun = steps.every((step) => step === steps[0] && (step === 0 || step === 1 || step === 9))
  return isRun || [2, 3].some((length) => pin.slice(0, length).repeat(pinDigits / length) === pin)
}
