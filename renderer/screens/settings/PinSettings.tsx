import { useState } from 'react'
import { Button, PasswordInput, Stack } from '@mantine/core'
import { pinHours } from '#domain/staff/pin.ts'
import { useCommand, useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/settings/SettingsScreen.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { PinField } from '#renderer/ui/PinField.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { CommitForm } from '#renderer/work/CommitForm.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

/** A PIN for the person at the desk, who gives the password for it. */
export function PinSettings() {
  const { pin } = useWords()
  const desk = useLive('desk')
  const drop = useCommand('dropPin')
  const [making, setMaking] = useState(false)
  const isSet = desk?.people.some(
    (each) => each.username === desk.person?.username && each.pinTries !== undefined,
  )
  return (
    <section className={classes['section']} aria-labelledby="pin">
      <SectionTitle id="pin">{pin.section}</SectionTitle>
      <p className={classes['hint']}>{pin.hint(String(pinHours))}</p>
      {isSet === true ? <p>{pin.isSet}</p> : null}
      {making && isSet === false ? <PinMaker onDone={() => setMaking(false)} /> : null}
      {isSet === true ? (
        <Button
          variant="default"
          mt="xs"
          mb="xl"
          onClick={() => {
            void drop({})
            announce(pin.dropped)
          }}
        >
          {pin.drop}
        </Button>
      ) : making ? null : (
        <Button variant="default" mt="xs" mb="xl" onClick={() => setMaking(true)}>
          {pin.make}
        </Button>
      )}
    </section>
  )
}

function PinMaker({ onDone }: { readonly onDone: () => void }) {
  const { common, pin } = useWords()
  const { run, running, problem } = useRun('setPin')
  const [password, setPassword] = useState('')
  const [digits, setDigits] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const differs = digits !== again
  async function save(): Promise<void> {
    setAsked(true)
    if (password === '' || differs || running) return
    if ((await run({ pin: digits, password })) === undefined) return
    announce(pin.made)
    onDone()
  }
  useKeys({ back: onDone })
  return (
    <CommitForm className={undefined} onCommit={save}>
      <Stack gap="sm" mt="sm" mb="xl">
        <PasswordInput
          autoFocus
          label={pin.password}
          autoComplete="current-password"
          maxLength={200}
          value={password}
          error={asked && password === '' ? common.required : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PinField label={pin.digits} value={digits} onChange={setDigits} />
        <PinField
          label={pin.again}
          value={again}
          error={asked && differs ? pin.differs : undefined}
          onChange={setAgain}
        />
        <ProblemNote problem={problem} />
        <div className={classes['row']}>
          <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
            {pin.submit}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {common.cancel}
          </Button>
        </div>
      </Stack>
    </CommitForm>
  )
}
