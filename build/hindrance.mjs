/** What keeps a command from going on, as one sentence for the person who typed it: printed without a stack. */
export class Hindrance extends Error {}

/** @param {unknown} error */
export function printHindrance(error) {
  console.error(error instanceof Hindrance ? `\n${error.message}` : error)
}
