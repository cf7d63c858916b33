import { skillGap } from '#domain/contact/skills.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useWords } from '#renderer/words/words.ts'

/** Who could help with this reason, where it asks for a skill that this person does not have. It stops nobody. */
export function SkillHint({ reason }: { readonly reason: Reference | undefined }) {
  const { calls, terms } = useWords()
  const staff = useLive('staff')
  const person = useLive('desk')?.person
  const gap = skillGap(reason, staff ?? [], person?.id)
  if (gap === undefined) return null
  const skill = (terms.department as Readonly<Record<string, string>>)[gap.skill] ?? gap.skill
  return (
    <ErrorNote tone="calm" title={calls.skill.hint(skill)}>
      {gap.colleagues.length === 0
        ? calls.skill.nobody
        : calls.skill.colleagues(gap.colleagues.slice(0, 3).join(', '))}
    </ErrorNote>
  )
}
