import { useState } from 'react'
import { Button, SegmentedControl, Text } from '@mantine/core'
import { queueNeeds, type QueueNeed, type QueuePriority } from '#domain/queue/queue-ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import classes from '#renderer/work/queue.module.css'
import { usePrintNumber } from '#renderer/work/slip/usePrintNumber.ts'
import { useDigits } from '#renderer/work/useDigits.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useServiceName } from '#renderer/work/useServiceName.ts'
import { useWords, type Words } from '#renderer/words/words.ts'

const ways = ['normal', ...queueNeeds, 'vvip'] as const
type Way = (typeof ways)[number]

/** A number for whoever stands at the counter: how urgent, then one digit for the service. */
export function GiveDialog({ onClose }: { readonly onClose: () => void }) {
  const { queue, common } = useWords()
  const [given, setGiven] = useState<string>()
  const isKnown = useLive('services') !== undefined
  return (
    <Dialog title={queue.giveTitle} size={560} ready={isKnown} onClose={onClose}>
      {given === undefined ? (
        <Choice onGiven={setGiven} />
      ) : (
        <div className={classes['dialog']}>
          <p className={classes['big']}>{given}</p>
          <Text size="sm" c="dimmed" ta="center">
            {queue.givenHint}
          </Text>
          <Button autoFocus rightSection={<KeyHint keys="Enter" />} onClick={onClose}>
            {common.close}
          </Button>
          <Button variant="subtle" onClick={() => setGiven(undefined)}>
            {queue.giveAnother}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

function Choice({ onGiven }: { readonly onGiven: (display: string) => void }) {
  const words = useWords()
  const { queue } = words
  const name = useServiceName()
  const services = useLive('services') ?? []
  const [way, setWay] = useState<Way>('normal')
  const { run, running, problem } = useRun('takeNumber')
  const print = usePrintNumber()
  async function give(service: string): Promise<void> {
    if (running) return
    const done = await run({ service, ...wish(way) })
    if (done === undefined) return
    announce(queue.given(done.value.display))
    onGiven(done.value.display)
    print(done.value.display, service)
  }
  const onDigit = useDigits(services, ({ code }) => void give(code))
  return (
    <div className={classes['dialog']} onKeyDown={onDigit}>
      <SegmentedControl
        aria-label={queue.howPriority}
        fullWidth
        data={ways.map((value) => ({ value, label: wayName(value, words) }))}
        value={way}
        onChange={setWay}
      />
      <Text size="xs" c="dimmed">
        {queue.priorityRule}
      </Text>
      {services.map(({ code, prefix }, place) => (
        <Button
          key={code}
          {...(place === 0 ? { 'data-autofocus': true, autoFocus: true } : {})}
          variant="default"
          justify="space-between"
          rightSection={<KeyHint keys={String(place + 1)} />}
          onClick={() => void give(code)}
        >
          {`${prefix ?? ''} · ${name(code)}`}
        </Button>
      ))}
      <Text size="xs" c="dimmed">
        {queue.giveHint}
      </Text>
      <ProblemNote problem={problem} />
    </div>
  )
}

function wish(way: Way): { priority: QueuePriority; need?: QueueNeed } {
  return way === 'normal' || way === 'vvip' ? { priority: way } : { priority: 'assisted', need: way }
}

function wayName(way: Way, { queue }: Words): string {
  return way === 'normal' || way === 'vvip' ? queue.priority[way] : queue.need[way]
}
