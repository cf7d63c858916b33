import { useEffect } from 'react'
import { Button } from '@mantine/core'
import classes from '#renderer/screens/contact/contact.module.css'
import { forgetCancelled, undoCancel } from '#renderer/stores/contact.ts'
import { useWords } from '#renderer/words/words.ts'

const patience = 8_000

/** A cancelled contact can be taken back for eight seconds; then nothing of it is left. */
export function Cancelled() {
  const { work } = useWords()
  useEffect(() => {
    const timer = setTimeout(forgetCancelled, patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={classes['panel']} role="status">
      <p>{work.contact.cancelled}</p>
      <Button autoFocus variant="default" onClick={undoCancel}>
        {work.contact.undo}
      </Button>
    </div>
  )
}
