import { Button } from '@mantine/core'
import { IconPhoneCall, IconSearch, IconUserPlus } from '@tabler/icons-react'
import { useLive } from '#renderer/data/useLive.ts'
import { CurrentNotices } from '#renderer/screens/desk/CurrentNotices.tsx'
import { DecideBanner } from '#renderer/screens/desk/DecideBanner.tsx'
import { MyQueue } from '#renderer/screens/desk/MyQueue.tsx'
import { MissedCalls } from '#renderer/screens/desk/MissedCalls.tsx'
import { MentionsLine } from '#renderer/screens/desk/MentionsLine.tsx'
import { MyTickets } from '#renderer/screens/desk/MyTickets.tsx'
import { Notices } from '#renderer/screens/desk/Notices.tsx'
import { OtherTickets } from '#renderer/screens/desk/OtherTickets.tsx'
import { RunningLine } from '#renderer/screens/desk/RunningLine.tsx'
import { useCalls, waitingAmong } from '#renderer/stores/calls.ts'
import { startContact, useContact } from '#renderer/stores/contact.ts'
import { go } from '#renderer/stores/workspace.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import screen from '#renderer/work/screen.module.css'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useWords } from '#renderer/words/words.ts'

/** Where the day begins: what is urgent, what is running, what may be done now. */
export function DeskScreen() {
  const { work } = useWords()
  const permits = usePermits()
  const person = useLive('desk')?.person
  // Then F4 takes that call.
  const rings = useCalls(({ calls }) => waitingAmong(calls).length > 0)
  const busy = useContact(({ contact }) => contact !== undefined)
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{person === undefined ? work.desk.title : work.desk.greeting(person.name)}</h1>
        <Button
          className={screen['spring']}
          variant="default"
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={<KeyHint keys="/" />}
          onClick={() => go({ at: 'search', text: '' })}
        >
          {work.desk.search}
        </Button>
        {permits('registerCustomer') ? (
          <Button
            variant="default"
            leftSection={<IconUserPlus size={14} aria-hidden />}
            onClick={() => go({ at: 'register', text: '' })}
          >
            {work.desk.register}
          </Button>
        ) : null}
        {permits('recordContact') && !busy ? (
          <Button
            leftSection={<IconPhoneCall size={14} aria-hidden />}
            rightSection={rings ? null : <KeyHint keys="F4" />}
            onClick={() => startContact()}
          >
            {work.desk.startContact}
          </Button>
        ) : null}
      </div>
      <Notices />
      <CurrentNotices />
      <DecideBanner />
      <MentionsLine />
      <RunningLine />
      <MyQueue />
      <MissedCalls />
      <MyTickets />
      <OtherTickets />
    </div>
  )
}
