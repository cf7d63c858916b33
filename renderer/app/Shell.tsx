import { useLayoutEffect, useRef } from 'react'
import { useDisclosure } from '@mantine/hooks'
import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx'
import { Footer } from '#renderer/app/Footer.tsx'
import { Header } from '#renderer/app/Header.tsx'
import { HelpSheet } from '#renderer/app/HelpSheet.tsx'
import { Navbar } from '#renderer/app/Navbar.tsx'
import { Palette } from '#renderer/app/Palette.tsx'
import { PlaceScreen } from '#renderer/app/PlaceScreen.tsx'
import { useFocusKept } from '#renderer/app/useFocusKept.ts'
import { useIdleLock } from '#renderer/app/useIdleLock.ts'
import { useLinkNews } from '#renderer/app/useLinkNews.ts'
import { useShellKeys } from '#renderer/app/useShellKeys.ts'
import type { DeskView } from '#renderer/data/contract.ts'
import { CallPanel } from '#renderer/screens/calls/CallPanel.tsx'
import { ContactPanel } from '#renderer/screens/contact/ContactPanel.tsx'
import { useWorkspace, type Place } from '#renderer/stores/workspace.ts'
import { useBehind } from '#renderer/ui/useBehind.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/app/Shell.module.css'

/** The console at work: what stands around every screen. A running contact stays at its side wherever the agent goes. */
export function Shell({ desk }: { readonly desk: DeskView }) {
  const { frame } = useWords()
  const place = useWorkspace((now) => now.place)
  const [helpOpen, help] = useDisclosure(false)
  useShellKeys(desk, help.open)
  useLinkNews()
  useIdleLock()
  useFocusKept()
  const behind = useBehind()
  const key = keyOf(place)
  const main = useRef<HTMLElement>(null)
  const scrolled = useRef(key)
  // A small window scrolls a screen as a whole; the next one begins at its head. The first one does anyway, and is not measured for it.
  useLayoutEffect(() => {
    if (main.current !== null && scrolled.current !== key) main.current.scrollTop = 0
    scrolled.current = key
  }, [key])
  return (
    <div className={classes['shell']}>
      <a className={classes['skip']} href="#content">
        {frame.skip}
      </a>
      <Header desk={desk} />
      {behind ? <Navbar role={desk.person?.role} place={place} /> : null}
      <main ref={main} id="content" tabIndex={-1} className={classes['main']}>
        {behind ? (
          <ErrorBoundary key={key}>
            <PlaceScreen place={place} onHelp={help.open} />
          </ErrorBoundary>
        ) : null}
      </main>
      <aside className={classes['aside']} aria-label={frame.header.contactPanel}>
        {behind ? (
          <ErrorBoundary>
            <CallPanel />
            <ContactPanel />
          </ErrorBoundary>
        ) : null}
      </aside>
      <Footer />
      {behind ? (
        <>
          <Palette role={desk.person?.role} onHelp={help.open} />
          <HelpSheet role={desk.person?.role} opened={helpOpen} onClose={help.close} />
        </>
      ) : null}
    </div>
  )
}

/** Another place begins anew; another view of the tickets is the same screen, which knows what to keep. */
function keyOf(place: Place): string {
  return place.at === 'tickets' ? place.at : JSON.stringify(place)
}
