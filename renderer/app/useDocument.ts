import { useEffect } from 'react'
import { useSettings } from '#renderer/stores/settings.ts'

/** What the settings mean for the page itself: its language and the height of rows. */
export function useDocument(): void {
  const { language, density } = useSettings()
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset['density'] = density
  }, [language, density])
}
