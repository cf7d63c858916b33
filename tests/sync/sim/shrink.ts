import type { Happening, Plan } from './plan.ts'
import type { Outcome } from './simulate.ts'

/** Runs that the search for a smaller story may take. */
const mostTries = 80

/** A plan that still fails with as few happenings as could be found: what is left out in turn are halves, quarters … and single ones. */
export async function shrink(plan: Plan, play: (plan: Plan) => Promise<Outcome>): Promise<Plan> {
  const tries = { left: mostTries }
  const fails = async (happenings: readonly Happening[]) => {
    tries.left -= 1
    const { faults } = await play({ ...plan, happenings })
    return faults.length > 0
  }
  let kept = plan.happenings
  for (let size = Math.ceil(kept.length / 2); size >= 1 && tries.left > 0; size = Math.floor(size / 2)) {
    for (let start = 0; start < kept.length && tries.left > 0;) {
      const without = [...kept.slice(0, start), ...kept.slice(start + size)]
      if (await fails(without)) kept = without
      else start += size
    }
  }
  return { ...plan, happenings: kept }
}
