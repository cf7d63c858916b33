import { useState } from 'react'
import { Spotlight, useSpotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import type { Role } from '#domain/staff/roles.ts'
import { PaletteHits } from '#renderer/app/PaletteHits.tsx'
import { usePaletteActions } from '#renderer/app/usePaletteActions.ts'
import { paletteStore } from '#renderer/app/palette-store.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useEarlyKeys } from '#renderer/ui/useEarlyKeys.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/app/Palette.module.css'

interface PaletteProps {
  readonly role: Role | undefined
  readonly onHelp: () => void
}

/** From here everything is a few letters away: commands, and whoever is searched for. Its key is in the keymap. */
export function Palette({ role, onHelp }: PaletteProps) {
  const { frame } = useWords()
  const { palette } = frame
  const [query, setQuery] = useState('')
  useEarlyKeys(useSpotlight(paletteStore).opened)
  const actions = usePaletteActions(role, onHelp)
  const wanted = query.trim().toLowerCase()
  const shown = actions.filter((action) => action.label.toLowerCase().includes(wanted))
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      tagsToIgnore={[]}
      store={paletteStore}
      attributes={{ content: { 'aria-label': frame.header.search } }}
      centered={false}
      yOffset={72}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      scrollable
      maxHeight={520}
    >
      <Spotlight.Search
        placeholder={palette.placeholder}
        aria-label={palette.placeholder}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {wanted.length < 2 ? null : <PaletteHits text={query.trim()} />}
        {shown.length === 0 ? null : (
          <Spotlight.ActionsGroup label={palette.actions} className={classes['group']}>
            {shown.map((action) => (
              <Spotlight.Action
                key={action.label}
                label={action.label}
                leftSection={<action.icon size={18} stroke={1.6} aria-hidden />}
                rightSection={action.keys === undefined ? null : <KeyHint keys={action.keys} />}
                onClick={action.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
