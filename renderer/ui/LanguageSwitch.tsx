import { UnstyledButton } from '@mantine/core'

interface LanguageSwitchProps<L extends string> {
  readonly languages: Readonly<Record<L, string>>
  readonly chosen: L
  readonly onChoose: (language: L) => void
}

/** Each language under its own name, for screens before anybody has signed in. */
export function LanguageSwitch<L extends string>({ languages, chosen, onChoose }: LanguageSwitchProps<L>) {
  return (Object.keys(languages) as L[]).map((language) => (
    <UnstyledButton
      key={language}
      lang={language}
      fz="xs"
      mih={24}
      c={language === chosen ? 'bright' : 'dimmed'}
      fw={language === chosen ? 600 : 400}
      aria-pressed={language === chosen}
      onClick={() => onChoose(language)}
    >
      {languages[language]}
    </UnstyledButton>
  ))
}
