import { useEffect } from 'react'
import { Button } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import classes from '#renderer/app/PracticeBand.module.css'
import { isPractice, leavePractice } from '#renderer/stores/practice.ts'
import { useWords } from '#renderer/words/words.ts'

/** Over every screen and dialog while somebody practises: nobody may take made-up data for real, or real for made-up. */
export function PracticeBand() {
  const { practice } = useWords()
  const practising = isPractice()
  useEffect(() => {
    if (!practising) return undefined
    document.documentElement.dataset['practice'] = 'yes'
    document.title = practice.windowTitle
    return () => {
      delete document.documentElement.dataset['practice']
    }
  }, [practising, practice])
  if (!practising) return null
  return (
    <aside className={classes['band']} aria-label={practice.label}>
      <IconSchool size={18} aria-hidden />
      <strong>{practice.title}</strong>
      <span>{practice.text}</span>
      <span className={classes['password']}>{practice.password}</span>
      <Button size="compact-xs" variant="white" color="dark" onClick={leavePractice}>
        {practice.leave}
      </Button>
    </aside>
  )
}
