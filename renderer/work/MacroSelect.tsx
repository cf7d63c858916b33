import { Select } from '@mantine/core'
import type { Macro } from '#domain/reference/macro.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { typed } from '#renderer/work/typed.ts'
import { useWords } from '#renderer/words/words.ts'

interface MacroSelectProps {
  readonly id: string
  readonly onChoose: (macro: Macro) => void
}

/** Two or three letters of a macro's name, Enter: what it puts ready is shown, and nothing is saved yet. */
export function MacroSelect({ id, onChoose }: MacroSelectProps) {
  const { ticketing } = useWords()
  const macros = useLive('macros') ?? []
  const language = useSettings((settings) => settings.language)
  return (
    <Select
      {...typed}
      id={id}
      label={ticketing.macro.label}
      placeholder={ticketing.macro.placeholder}
      nothingFoundMessage={ticketing.macro.none}
      maxDropdownHeight={260}
      data={macros.map(({ code, label }) => ({ value: code, label: label?.[language] ?? code }))}
      value={null}
      onChange={(code) => {
        const macro = macros.find((each) => each.code === code)?.macro
        if (macro !== undefined) onChoose(macro)
      }}
    />
  )
}
