import { newIdFrom } from '#renderer/data/new-id.ts'

/** The id of what a form will make. It is kept with the draft, so a form that is saved twice makes one record. */
export function formId(): string {
  return newIdFrom(
    () => Date.now(),
    (count) => crypto.getRandomValues(new Uint8Array(count)),
  )
}
