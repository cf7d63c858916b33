import { useMemo } from 'react'
import type { StepName } from '#domain/steps.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { useWords } from '#renderer/words/words.ts'

/** Names of kinds of work, of people and of centres, for lists of operations. */
export function useWorkWords() {
  const { frame, terms } = useWords()
  const staff = useLive('staff')
  const centres = useLive('centres')
  const desk = useLive('desk')
  return useMemo(() => {
    const names = new Map(staff?.map((person) => [person.staffId, person.name]))
    const places = new Map(centres?.map(({ id, name }) => [id, name]))
    return {
      kinds: (kinds: readonly string[]) =>
        kinds.map((kind) => terms.step[kind as StepName] ?? kind).join(' + '),
      person: (id: string) =>
        names.get(id) ?? (desk?.person?.id === id ? desk.person.name : undefined) ?? frame.sync.someone,
      centre: (id: string) => places.get(`centre:${id}`) ?? id,
    }
  }, [staff, centres, desk, terms, frame])
}
