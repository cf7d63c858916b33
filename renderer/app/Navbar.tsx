import { Tooltip, UnstyledButton } from '@mantine/core'
import type { Role } from '#domain/staff/roles.ts'
import { areasOf, type Area } from '#renderer/app/areas.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { keymap } from '#renderer/stores/keymap.ts'
import { go, type Place } from '#renderer/stores/workspace.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/app/Navbar.module.css'

interface NavbarProps {
  readonly role: Role | undefined
  readonly place: Place
}

export function Navbar({ role, place }: NavbarProps) {
  const { areas } = useWords().frame
  const sync = useLive('sync')
  const needed = {
    items: (sync?.openItems ?? 0) > 0,
    sync: (sync?.parked ?? 0) > 0,
  }
  return (
    <nav className={classes['nav']} aria-label={areas.label}>
      {areasOf(role).map((area) => (
        <AreaButton
          key={area.name}
          area={area}
          here={area.holds.includes(place.at)}
          marked={(area.name === 'sync' || area.name === 'items') && needed[area.name]}
        />
      ))}
    </nav>
  )
}

interface AreaButtonProps {
  readonly area: Area
  readonly here: boolean
  /** Something there needs a person. */
  readonly marked: boolean
}

function AreaButton({ area, here, marked }: AreaButtonProps) {
  const { areas } = useWords().frame
  const label = areas[area.name]
  const keys = keymap[area.key].keys[0].replace('alt', 'Alt')
  return (
    <Tooltip label={`${label} (${keys})`} position="right">
      <UnstyledButton
        className={classes['area']}
        data-area={area.name}
        aria-label={label}
        aria-keyshortcuts={keys}
        aria-current={here ? 'page' : undefined}
        onClick={() => go(area.place)}
      >
        <area.icon size={22} stroke={1.6} aria-hidden />
        {marked ? <span className={classes['mark']} aria-hidden /> : null}
      </UnstyledButton>
    </Tooltip>
  )
}
