import { Button } from '@mantine/core'
import classes from '#renderer/screens/settings/SettingsScreen.module.css'
import { useContact } from '#renderer/stores/contact.ts'
import { enterPractice, isPractice, leavePractice } from '#renderer/stores/practice.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useWords } from '#renderer/words/words.ts'

/** The way into practice and out of it. */
export function Practice() {
  const { practice } = useWords()
  const busy = useContact(({ contact }) => contact !== undefined)
  const inside = isPractice()
  return (
    <section aria-labelledby="practice">
      <SectionTitle id="practice">{practice.section}</SectionTitle>
      <p className={classes['hint']}>{inside ? practice.inside : practice.hint}</p>
      {busy && !inside ? <p className={classes['hint']}>{practice.busy}</p> : null}
      <Button
        variant="default"
        mt="xs"
        mb="xl"
        disabled={busy && !inside}
        onClick={inside ? leavePractice : enterPractice}
      >
        {inside ? practice.leave : practice.enter}
      </Button>
    </section>
  )
}
