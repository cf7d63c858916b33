import { changeSettings, useSettings } from '#renderer/stores/settings.ts'
import { LanguageSwitch } from '#renderer/ui/LanguageSwitch.tsx'
import { useWords } from '#renderer/words/words.ts'

/** The two languages of the console, to choose before anybody has signed in. */
export function LanguageChoice() {
  const { terms } = useWords()
  const language = useSettings((settings) => settings.language)
  return (
    <LanguageSwitch
      languages={terms.language}
      chosen={language}
      onChoose={(chosen) => changeSettings({ language: chosen })}
    />
  )
}
