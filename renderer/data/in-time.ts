import type { Surroundings } from '#renderer/data/machine.ts'

/** Chromium's `open` can hang for ever after a full disk (research/electron.md 3), so each is given this long. */
const patience = 30_000

/** A store that opens, or an error that says which one did not. [T3] */
export async function inTime<T>(
  { after }: Pick<Surroundings, 'after'>,
  store: string,
  opening: Promise<T>,
): Promise<T> {
  const late = { stop: () => {} }
  const tooLate = new Promise<never>((_, reject) => {
    late.stop = after(patience, () => reject(new Error(`${store} does not open`)))
  })
  try {
    return await Promise.race([opening, tooLate])
  } finally {
    late.stop()
  }
}
