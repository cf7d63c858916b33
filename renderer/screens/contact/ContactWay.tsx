import { Button, Collapse, Select, SimpleGrid, TextInput, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { channels, type Channel } from '#domain/contact/channel.ts'
import { spoken, toE164 } from '#domain/customer/msisdn.ts'
import { directions } from '#domain/contact/contact.ts'
import classes from '#renderer/screens/contact/contact.module.css'
import { changeContact, hangUp, type RunningContact } from '#renderer/stores/contact.ts'
import { keymap } from '#renderer/stores/keymap.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { useWords } from '#renderer/words/words.ts'

/** Where somebody can hang up; what comes after is wrap-up. */
const spokenWays: readonly Channel[] = ['call_in', 'call_out', 'video', 'pstn']

/** How customer and operator meet. Right by default, so it is folded away. */
export function ContactWay({ contact }: { readonly contact: RunningContact }) {
  const { work, terms, calls } = useWords()
  const [open, { toggle }] = useDisclosure(false)
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <div>
      <UnstyledButton className={classes['fold']} aria-expanded={open} onClick={toggle}>
        <Chevron size={14} aria-hidden />
        {`${terms.channel[contact.channel]} · ${terms.direction[contact.direction]}`}
        {contact.numberGiven === '' ? '' : ` · ${spoken(toE164(contact.numberGiven) ?? contact.numberGiven)}`}
      </UnstyledButton>
      {spokenWays.includes(contact.channel) && contact.talkedMs === undefined ? (
        <Button
          size="compact-xs"
          variant="subtle"
          rightSection={<KeyHint keys={keymap.hangUp.keys[0]} />}
          onClick={hangUp}
        >
          {calls.hangUp}
        </Button>
      ) : null}
      <Collapse expanded={open}>
        <SimpleGrid cols={2} spacing={8} verticalSpacing={8} pt={4}>
          <Select
            label={work.contact.channel}
            allowDeselect={false}
            data={optionsOf(channels, terms.channel)}
            value={contact.channel}
            onChange={(channel) => channel !== null && changeContact({ channel })}
          />
          <Select
            label={work.contact.direction}
            allowDeselect={false}
            data={optionsOf(directions, terms.direction)}
            value={contact.direction}
            onChange={(direction) => direction !== null && changeContact({ direction })}
          />
          <TextInput
            label={work.contact.number}
            inputMode="tel"
            maxLength={32}
            value={contact.numberGiven}
            onChange={(event) => changeContact({ numberGiven: event.currentTarget.value })}
          />
        </SimpleGrid>
      </Collapse>
    </div>
  )
}
