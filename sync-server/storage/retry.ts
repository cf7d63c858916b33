import { setTimeout as pause } from 'node:timers/promises'
import { runsAgain } from './faults.ts'

const tries = 10

/** Runs a transaction again when it met another one, a little later each time and never two at the same beat. */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!runsAgain(error) || attempt === tries) throw error
      await pause(Math.random() * 10 * 2 ** Math.min(attempt, 6))
    }
  }
}
