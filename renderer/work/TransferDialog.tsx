import { Button, Text } from '@mantine/core'
import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useDigits } from '#renderer/work/useDigits.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useRun } from '#renderer/work/useRun.ts'
import { useServiceName } from '#renderer/work/useServiceName.ts'
import classes from '#renderer/work/queue.module.css'
import { useWords } from '#renderer/words/words.ts'

interface TransferDialogProps {
  readonly number: QueueTicket
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** To which service the visitor goes on: one digit, or Enter on a line. */
export function TransferDialog({ number, onClose, onDone }: TransferDialogProps) {
  const { queue } = useWords()
  const name = useServiceName()
  const { run, problem, running } = useRun('transferNumber')
  const known = useLive('services')
  const services = (known ?? []).filter(({ code }) => code !== number.service)
  async function to(service: string): Promise<void> {
    if (running || (await run({ queueTicketId: number.id, service })) === undefined) return
    announce(`${number.display}: ${name(service)}`)
    onDone?.()
    onClose()
  }
  const onDigit = useDigits(services, ({ code }) => void to(code))
  return (
    <Dialog title={queue.transferTitle(number.display)} ready={known !== undefined} onClose={onClose}>
      <div className={classes['dialog']} role="group" aria-label={queue.transferTo} onKeyDown={onDigit}>
        <Text size="sm" c="dimmed">
          {queue.transferHint}
        </Text>
        {services.map(({ code }, place) => (
          <Button
            key={code}
            {...(place === 0 ? { 'data-autofocus': true } : {})}
            variant="default"
            justify="space-between"
            rightSection={<KeyHint keys={String(place + 1)} />}
            onClick={() => void to(code)}
          >
            {name(code)}
          </Button>
        ))}
        <ProblemNote problem={problem} />
      </div>
    </Dialog>
  )
}
