import { Kbd } from '@mantine/core'
import classes from '#renderer/ui/KeyHint.module.css'

const shown: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  escape: 'Esc',
  arrowdown: '↓',
  arrowup: '↑',
  ' ': '␣',
}

/** A combination as it stands on the keys: `mod+k` → Ctrl K. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={classes['keys']}>
      {keys.split('+').map((key) => (
        <Kbd key={key} size="xs">
          {shown[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key)}
        </Kbd>
      ))}
    </span>
  )
}
