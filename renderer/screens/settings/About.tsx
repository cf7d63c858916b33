import { useLive } from '#renderer/data/useLive.ts'
import { useMachineFacts } from '#renderer/stores/machine.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/settings/SettingsScreen.module.css'

/** What somebody at headquarters asks for first when they are called. */
export function About() {
  const { frame, terms } = useWords()
  const words = frame.settings
  const desk = useLive('desk')
  const facts = useMachineFacts()
  const info = facts?.info
  const person = desk?.person
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.version, info === undefined ? words.browser : `Loket ${info.version} (${info.platform})`],
    [words.runtime, info?.electron],
    [words.engine, info?.chrome],
    [words.device, desk?.device?.label],
    [words.centre, desk?.centre === undefined ? undefined : `${desk.centre.name} (${desk.centre.zone})`],
    [words.person, person === undefined ? undefined : `${person.name}, ${terms.role[person.role]}`],
    [words.headquarters, facts?.headquarters],
  ]
  return (
    <section aria-labelledby="about">
      <SectionTitle id="about">{words.about}</SectionTitle>
      <dl className={classes['facts']}>
        {rows.map(([name, value]) =>
          value === undefined ? null : <Fact key={name} name={name} value={value} />,
        )}
      </dl>
    </section>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
