import { Button, MantineProvider, Text } from '@mantine/core'
import '@mantine/core/styles.css'
import '#renderer/app/global.css'
import { Painted } from '#renderer/app/Painted.tsx'
import { cssVariables, theme } from '#renderer/app/theme.ts'
import { Front } from '#renderer/ui/Front.tsx'
import { LanguageChoice } from '#renderer/words/LanguageChoice.tsx'
import { useWords } from '#renderer/words/words.ts'

/** The local database did not open, or another tab has it. The unsent work is safe; a new start usually mends it. */
export function NotOpened({ fault }: { readonly fault: string }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Words fault={fault} />
      <Painted />
    </MantineProvider>
  )
}

function Words({ fault }: { readonly fault: string }) {
  const { common } = useWords()
  const elsewhere = fault === 'elsewhere'
  return (
    <Front
      brand={common.appName}
      title={elsewhere ? common.openElsewhereTitle : common.notOpenedTitle}
      lead={elsewhere ? common.openElsewhere : common.notOpened}
      foot={<LanguageChoice />}
    >
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
