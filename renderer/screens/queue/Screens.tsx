import { Button } from '@mantine/core'
import { IconDeviceTv, IconTicket } from '@tabler/icons-react'
import { go } from '#renderer/stores/workspace.ts'
import screen from '#renderer/work/screen.module.css'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useWords } from '#renderer/words/words.ts'

/** The pages for visitors. */
export function Screens() {
  const { queue } = useWords()
  const permits = usePermits()
  return (
    <>
      {permits('takeNumber') ? (
        <Button
          className={screen['spring']}
          variant="subtle"
          title={queue.fullScreenHint}
          leftSection={<IconTicket size={14} aria-hidden />}
          onClick={() => go({ at: 'kiosk' })}
        >
          {queue.openKiosk}
        </Button>
      ) : null}
      <Button
        {...(permits('takeNumber') ? {} : { className: screen['spring'] })}
        variant="subtle"
        title={queue.fullScreenHint}
        leftSection={<IconDeviceTv size={14} aria-hidden />}
        onClick={() => go({ at: 'waiting_room' })}
      >
        {queue.openRoom}
      </Button>
    </>
  )
}
