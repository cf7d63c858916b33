import { useState } from 'react'
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { pinTries } from '#domain/staff/pin.ts'
import type { ProblemCode } from '#domain/problems.ts'
import type { DeskPerson } from '#renderer/data/contract.ts'
import { useCommand } from '#renderer/data/useLive.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { PinField } from '#renderer/ui/PinField.tsx'
import { useWords } from '#renderer/words/words.ts'

interface PinFormProps {
  readonly person: DeskPerson
  readonly onBack: () => void
  /** `why`: the PIN does not count any more. */
  readonly onPassword: (why?: ProblemCode) => void
}

/** The sixth digit unlocks. The password is always there too. */
export function PinForm({ person, onBack, onPassword }: PinFormProps) {
  const { frame, pin, problems } = useWords()
  const unlock = useCommand('unlockWithPin')
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(0)
  const [busy, setBusy] = useState(false)
  const left = person.pinTries ?? 0
  async function open(digits: string): Promise<void> {
    if (busy) return
    setBusy(true)
    const done = await unlock({ username: person.username, pin: digits })
    if (done.ok) return
    if (done.problem !== 'pin_wrong') return onPassword(done.problem)
    setBusy(false)
    setTyped('')
    setTried(tried + 1)
  }
  useKeys({ back: onBack })
  return (
    <Stack gap="sm" mt="sm">
      <Text fw={600}>{person.name}</Text>
      <PinField
        // Anew after each try, so that the first box has the focus.
        key={tried}
        autoFocus
        label={pin.field}
        value={typed}
        disabled={busy}
        onChange={setTyped}
        onComplete={(digits) => void open(digits)}
      />
      {tried === 0 ? null : <ErrorNote>{problems.pin_wrong}</ErrorNote>}
      {left < pinTries ? <Text size="sm">{pin.left(String(left))}</Text> : null}
      <Group justify="space-between">
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {frame.signIn.notYou}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={() => onPassword()}>
          {pin.usePassword}
        </Anchor>
      </Group>
    </Stack>
  )
}
