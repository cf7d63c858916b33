import { Button, MantineProvider, Text } from '@mantine/core'
import '@mantine/core/styles.css'
import '#renderer/app/global.css'
import { Painted } from '#renderer/app/Painted.tsx'
import { cssVariables, theme } from '#renderer/app/theme.ts'
import { Front } from '#renderer/ui/Front.tsx'
import { LanguageChoice } from '#renderer/words/LanguageChoice.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface NotOpenedProps {
  /** `elsewhere`: another tab has it. Anything else are words for whoever looks after the PC. */
  readonly fault: string
  readonly diskFull?: boolean
  /** Pieces of work in the journal. */
  readonly unsent?: number
}

/** The local database did not open, or another tab has it. The unsent work is safe; a new start usually mends it. [T3] */
export function NotOpened(props: NotOpenedProps) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Words {...props} />
      <Painted />
    </MantineProvider>
  )
}

function Words({ fault, diskFull = false, unsent = 0 }: NotOpenedProps) {
  const { common } = useWords()
  const { count } = useFormat()
  const elsewhere = fault === 'elsewhere'
  const title = diskFull ? common.notOpenedFullTitle : common.notOpenedTitle
  const lead = diskFull ? common.notOpenedFull : common.notOpened
  return (
    <Front
      brand={common.appName}
      title={elsewhere ? common.openElsewhereTitle : title}
      lead={elsewhere ? common.openElsewhere : lead}
      foot={<LanguageChoice />}
    >
      {unsent === 0 ? null : (
        <Text size="sm" mb="sm">
          {common.notOpenedUnsent(count(unsent))}
        </Text>
      )}
      <Button autoFocus fullWidth onClick={() => location.reload()}>
        {common.retry}
      </Button>
      {elsewhere ? null : (
        <Text size="xs" c="dimmed" mt="sm">
          {fault.split('. ')[0]}
        </Text>
      )}
    </Front>
  )
}
