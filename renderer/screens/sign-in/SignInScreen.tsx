import { useState } from 'react'
import { Button, Text } from '@mantine/core'
import type { ProblemCode } from '#domain/problems.ts'
import type { DeskPerson, DeskView } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { PasswordForm } from '#renderer/screens/sign-in/PasswordForm.tsx'
import { People } from '#renderer/screens/sign-in/People.tsx'
import { PinForm } from '#renderer/screens/sign-in/PinForm.tsx'
import { useCalls, waitingAmong } from '#renderer/stores/calls.ts'
import { enterPractice, isPractice } from '#renderer/stores/practice.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Front } from '#renderer/ui/Front.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { LanguageChoice } from '#renderer/words/LanguageChoice.tsx'
import { useWords } from '#renderer/words/words.ts'

/** `stranger`: somebody whom this PC does not know yet writes a user name. */
export type Chosen = DeskPerson | 'stranger'

/** Signs in and unlocks; who was here before needs no line. */
export function SignInScreen({ desk }: { readonly desk: DeskView }) {
  const { calls, common, frame, practice } = useWords()
  const rings = useCalls((state) => waitingAmong(state.calls).length > 0)
  const words = frame.signIn
  const { count } = useFormat()
  const sync = useLive('sync')
  const { people } = desk
  const alone: Chosen | undefined =
    people.length === 0 ? 'stranger' : people.length === 1 ? people[0] : undefined
  const [chosen, setChosen] = useState<Chosen | undefined>(alone)
  const [byPassword, setByPassword] = useState<{ readonly why?: ProblemCode | undefined }>()
  // As it is now: a PIN may have come to its end meanwhile.
  const known =
    chosen === 'stranger' ? undefined : people.find(({ username }) => username === chosen?.username)
  const back = () => {
    setByPassword(undefined)
    setChosen(undefined)
  }
  const place = [desk.centre?.name, desk.device?.label].filter((part) => part !== undefined).join(' · ')
  const real = !isPractice()
  const offline = real && sync?.link === 'down'
  return (
    <Front
      brand={common.appName}
      title={people.length === 0 ? words.title : words.unlock}
      lead={place}
      foot={<LanguageChoice />}
    >
      {offline && chosen !== 'stranger' ? <ErrorNote tone="calm">{words.offline}</ErrorNote> : null}
      {offline && chosen === 'stranger' ? <ErrorNote tone="calm">{words.offlineStranger}</ErrorNote> : null}
      {rings ? <ErrorNote>{calls.ringsLocked}</ErrorNote> : null}
      {chosen === undefined ? (
        <People people={people} onChoose={setChosen} />
      ) : known?.pinTries !== undefined && byPassword === undefined ? (
        <PinForm
          key={known.username}
          person={known}
          onBack={back}
          onPassword={(why) => setByPassword({ why })}
        />
      ) : (
        <PasswordForm
          key={chosen === 'stranger' ? '' : chosen.username}
          chosen={chosen}
          why={byPassword?.why}
          {...(people.length === 0 ? {} : { onBack: back })}
        />
      )}
      {real ? (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={enterPractice}>
          {practice.signIn}
        </Button>
      ) : null}
      {!real || sync === undefined || sync.waiting === 0 ? null : (
        <Text size="xs" c="dimmed" mt="sm">
          {words.unsent(count(sync.waiting))}
        </Text>
      )}
    </Front>
  )
}
