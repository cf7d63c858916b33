import { Button, Modal, Text } from '@mantine/core'
import type { QueueTicket } from '#domain/queue/queue-ticket.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useFocusBack } from '#renderer/ui/useFocusBack.ts'
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
  const { queue, common } = useWords()
  const name = useServiceName()
  const { run, problem, running } = useRun('transferNumber')
  const services = (useLive('services') ?? []).filter(({ code }) => code !== number.service)
  useFocusBack()
  async function to(service: string): Promise<void> {
    if (running || (await run({ queueTicketId: number.id, service })) === undefined) return
    announce(`${number.display}: ${name(service)}`)
    onDone?.()
    onClose()
  }
  const onDigit = useDigits(services, ({ code }) => void to(code))
  return (
    <Modal
      opened
      onClose={onClose}
      title={queue.transferTitle(number.display)}
      size={440}
      closeButtonProps={{ 'aria-label': common.close }}
    >
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
    </Modal>
  )
}
