import type { Reference } from '#domain/reference/reference.ts'

/** What a reason asks of a person, and who has it. */
export interface SkillGap {
  readonly skill: string
  /** Colleagues who have it, by name. */
  readonly colleagues: readonly string[]
}

/**
 * The skill that this person lacks for a reason: a hint, never a stop, for the customer is already here. Nothing is said
 * of a person whose skills nobody wrote down.
 */
export function skillGap(
  reason: Reference | undefined,
  staff: readonly Reference[],
  personId: string | undefined,
): SkillGap | undefined {
  const skill = reason?.skill
  const own = staff.find(({ staffId }) => staffId === personId)
  if (skill === undefined || own?.skills === undefined || own.skills.includes(skill)) return undefined
  const colleagues = staff
    .filter((each) => each !== own && each.active && each.centreId === own.centreId)
    .filter(({ skills = [] }) => skills.includes(skill))
    .flatMap(({ name }) => name ?? [])
  return { skill, colleagues }
}
