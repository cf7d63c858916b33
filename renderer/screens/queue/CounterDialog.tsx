import { Button, Checkbox, TextInput } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import { changeSettings, useSettings } from '#renderer/stores/settings.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import classes from '#renderer/work/queue.module.css'
import { useServiceName } from '#renderer/work/useServiceName.ts'
import { useWords } from '#renderer/words/words.ts'

/** What this PC is in the queue: its name, whom it calls, whether its waiting-room screen makes a sound. Kept as it is typed. */
export function CounterDialog({ onClose }: { readonly onClose: () => void }) {
  const { queue } = useWords()
  return (
    <Dialog title={queue.settings} onClose={onClose}>
      <Form onClose={onClose} />
    </Dialog>
  )
}

function Form({ onClose }: { readonly onClose: () => void }) {
  const { queue, common } = useWords()
  const name = useServiceName()
  const services = useLive('services') ?? []
  const { counter, counterServices, chime } = useSettings()
  useKeys({ commit: onClose }, { modal: true })
  return (
    <div className={classes['dialog']}>
      <TextInput
        data-autofocus
        label={queue.counter}
        description={queue.counterHint}
        maxLength={20}
        value={counter}
        onChange={(event) => changeSettings({ counter: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={queue.serves}
        description={queue.servesHint}
        value={[...counterServices]}
        onChange={(chosen) => changeSettings({ counterServices: chosen })}
      >
        <div className={classes['dialog']}>
          {services.map(({ code }) => (
            <Checkbox key={code} value={code} label={name(code)} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox
        label={queue.chime}
        checked={chime}
        onChange={(event) => changeSettings({ chime: event.currentTarget.checked })}
      />
      <Button variant="default" onClick={onClose}>
        {common.close}
      </Button>
    </div>
  )
}
