import '@mantine/core/styles.css'
import '@mantine/spotlight/styles.css'
import '@mantine/charts/styles.css'
import '#renderer/app/global.css'
import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core'
import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx'
import { PracticeBand } from '#renderer/app/PracticeBand.tsx'
import { Stage } from '#renderer/app/Stage.tsx'
import { cssVariables, theme } from '#renderer/app/theme.ts'
import { useDocument } from '#renderer/app/useDocument.ts'
import { useKeyListener } from '#renderer/stores/keys.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { Announcements } from '#renderer/ui/announce.tsx'

/** The look is kept with the other settings, so Mantine keeps nothing of its own. */
const nothingKept: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
}

/** The whole console. Stands inside of `<DoorContext>`. */
export function App() {
  const appearance = useSettings((settings) => settings.appearance)
  useKeyListener()
  useDocument()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={nothingKept}
      defaultColorScheme="auto"
      {...(appearance === 'auto' ? {} : { forceColorScheme: appearance })}
    >
      <PracticeBand />
      <ErrorBoundary>
        <Stage />
      </ErrorBoundary>
      <Announcements />
    </MantineProvider>
  )
}
