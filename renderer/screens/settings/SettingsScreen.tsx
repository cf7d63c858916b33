import { Button, SegmentedControl } from '@mantine/core'
import { About } from '#renderer/screens/settings/About.tsx'
import { Practice } from '#renderer/screens/settings/Practice.tsx'
import { Telephony } from '#renderer/screens/settings/Telephony.tsx'
import { Line } from '#renderer/screens/settings/Line.tsx'
import { PinSettings } from '#renderer/screens/settings/PinSettings.tsx'
import { SlipSettings } from '#renderer/screens/settings/SlipSettings.tsx'
import { changeSettings, useSettings, type Settings } from '#renderer/stores/settings.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/settings/SettingsScreen.module.css'

/** How the console looks and listens on this PC, and what it is. */
export function SettingsScreen({ onHelp }: { readonly onHelp: () => void }) {
  const { frame, terms } = useWords()
  const words = frame.settings
  const format = (minutes: string) => words.minutes(minutes)
  return (
    <div className={classes['screen']}>
      <h1 className={classes['title']}>{words.title}</h1>
      <p className={classes['hint']}>{words.onThisPc}</p>
      <Choice name="language" label={words.language} options={terms.language} />
      <Choice name="appearance" label={words.appearance} options={words.appearances} />
      <Choice name="density" label={words.density} options={words.densities} />
      <Line label={words.letterKeys} hint={words.letterKeysHint}>
        <LetterKeys />
      </Line>
      <Choice
        name="lockAfterMinutes"
        label={words.lockAfter}
        options={{ 5: format('5'), 15: format('15'), 30: format('30') }}
      />
      <PinSettings />
      <SlipSettings />
      <Button variant="default" mt="md" mb="xl" onClick={onHelp}>
        {words.showKeys}
      </Button>
      <Telephony />
      <Practice />
      <About />
    </div>
  )
}

interface ChoiceProps<N extends keyof Settings> {
  readonly name: N
  readonly label: string
  readonly options: Readonly<Record<Settings[N] & (string | number), string>>
}

function Choice<N extends 'language' | 'appearance' | 'density' | 'lockAfterMinutes'>(props: ChoiceProps<N>) {
  const { name, label, options } = props
  const chosen = useSettings((settings) => settings[name])
  return (
    <Line label={label}>
      <SegmentedControl
        aria-label={label}
        value={String(chosen)}
        data={Object.entries<string>(options).map(([value, text]) => ({ value, label: text }))}
        onChange={(value) => changeSettings({ [name]: name === 'lockAfterMinutes' ? Number(value) : value })}
      />
    </Line>
  )
}

function LetterKeys() {
  const { settings } = useWords().frame
  const letterKeys = useSettings((now) => now.letterKeys)
  return (
    <SegmentedControl
      aria-label={settings.letterKeys}
      value={letterKeys ? 'on' : 'off'}
      data={[
        { value: 'on', label: settings.on },
        { value: 'off', label: settings.off },
      ]}
      onChange={(value) => changeSettings({ letterKeys: value === 'on' })}
    />
  )
}
