import { useEffect, useState, type ReactNode } from 'react'
import { Button, CopyButton, SegmentedControl } from '@mantine/core'
import type { TelephonyStatus } from '#electron/shared/bridge.ts'
import classes from '#renderer/screens/settings/SettingsScreen.module.css'
import { Simulator } from '#renderer/screens/settings/Simulator.tsx'
import { telephony } from '#renderer/stores/calls.ts'
import { isPractice } from '#renderer/stores/practice.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useWords } from '#renderer/words/words.ts'

/** How the telephone is connected to this desk. */
export function Telephony() {
  const words = useWords().calls.settings
  return (
    <section aria-labelledby="telephony">
      <SectionTitle id="telephony">{words.title}</SectionTitle>
      <p className={classes['hint']}>{words.hint}</p>
      {telephony() === undefined ? (
        <p className={classes['hint']}>{isPractice() ? words.practice : words.onlySimulator}</p>
      ) : (
        <Connection />
      )}
      <Simulator />
    </section>
  )
}

function Connection() {
  const { calls, frame } = useWords()
  const words = calls.settings
  const [status, setStatus] = useState<TelephonyStatus>()
  const [failed, setFailed] = useState(false)
  const show = (asked: Promise<TelephonyStatus> | undefined) => {
    void asked?.then(
      (now) => {
        setStatus(now)
        setFailed(false)
      },
      () => setFailed(true),
    )
  }
  useEffect(() => show(telephony()?.status()), [])
  if (status === undefined) return failed ? <ErrorNote tone="problem">{words.failed}</ErrorNote> : null
  return (
    <>
      <div className={classes['line']}>
        <div>
          <div>{words.take}</div>
          <div className={classes['hint']}>{words.takeHint}</div>
        </div>
        <SegmentedControl
          aria-label={words.take}
          value={status.on ? 'on' : 'off'}
          data={[
            { value: 'on', label: frame.settings.on },
            { value: 'off', label: frame.settings.off },
          ]}
          onChange={(value) => show(telephony()?.turn(value === 'on'))}
        />
      </div>
      {failed ? <ErrorNote tone="problem">{words.failed}</ErrorNote> : null}
      {status.problem === 'port_taken' ? <ErrorNote>{words.portTaken}</ErrorNote> : null}
      {status.on ? <Facts status={status} onRenew={() => show(renew(words.renewed))} /> : null}
    </>
  )
}

async function renew(done: string): Promise<TelephonyStatus> {
  const machine = telephony()
  if (machine === undefined) throw new Error('there is no machine')
  const status = await machine.renewToken()
  announce(done)
  return status
}

function Facts({ status, onRenew }: { readonly status: TelephonyStatus; readonly onRenew: () => void }) {
  const words = useWords().calls.settings
  const { address, token = '', tokenKept } = status
  return (
    <>
      <dl className={classes['facts']}>
        {address === undefined ? null : (
          <Fact name={words.address} value={address} copied={address}>
            {null}
          </Fact>
        )}
        <Fact name={words.token} value={token} copied={token}>
          <Button size="compact-sm" variant="default" onClick={onRenew}>
            {words.renew}
          </Button>
        </Fact>
        <Fact
          name={words.link}
          value="loket://call?number=08…&id=…&queue=…"
          copied="loket://call?number=&id=&queue="
        >
          {null}
        </Fact>
      </dl>
      <p className={classes['hint']}>
        {tokenKept ? words.tokenHint : `${words.tokenHint} ${words.tokenNotKept}`}
      </p>
    </>
  )
}

interface FactProps {
  readonly name: string
  readonly value: string
  readonly copied: string
  readonly children: ReactNode
}

function Fact({ name, value, copied, children }: FactProps) {
  const words = useWords().calls.settings
  return (
    <>
      <dt>{name}</dt>
      <dd className={classes['withButtons']}>
        <code>{value}</code>
        <CopyButton value={copied}>
          {({ copied: done, copy }) => (
            <Button size="compact-sm" variant="default" aria-label={`${words.copy}: ${name}`} onClick={copy}>
              {done ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
        {children}
      </dd>
    </>
  )
}
