import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconArrowUp, IconCheck } from '@tabler/icons-react'
import classes from '#renderer/ui/RecordChip.module.css'

const icons = { saved_here: IconArrowUp, at_headquarters: IconCheck, attention: IconAlertTriangle }

interface RecordChipProps {
  readonly state: keyof typeof icons
  /** What each state is called: `words.common.recordStates`. */
  readonly words: Readonly<Record<keyof typeof icons, string>>
  /** A sentence for each state: `words.common.recordStateHints`. */
  readonly hints?: Readonly<Record<keyof typeof icons, string>>
  /** Only the icon; the word is still read out. For lists, where a tooltip of Mantine's for each row is felt. */
  readonly iconOnly?: boolean
}

/** How far a record has come. The colour of success belongs to what headquarters has confirmed. */
export function RecordChip({ state, words, hints, iconOnly = false }: RecordChipProps) {
  const Icon = icons[state]
  if (iconOnly)
    return (
      <span
        className={classes['chip']}
        data-state={state}
        role="img"
        aria-label={words[state]}
        title={words[state]}
      >
        <Icon size={14} stroke={2} aria-hidden />
      </span>
    )
  const hint = hints?.[state]
  return (
    <Tooltip label={hint} disabled={hint === undefined} multiline maw={280}>
      <span className={classes['chip']} data-state={state}>
        <Icon size={14} stroke={2} aria-hidden />
        {words[state]}
      </span>
    </Tooltip>
  )
}
