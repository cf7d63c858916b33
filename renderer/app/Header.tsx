import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconLock, IconSearch } from '@tabler/icons-react'
import { palette } from '#renderer/app/palette-store.ts'
import { SyncPill } from '#renderer/app/SyncPill.tsx'
import type { DeskView } from '#renderer/data/contract.ts'
import { useCommand } from '#renderer/data/useLive.ts'
import { keymap } from '#renderer/stores/keymap.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/app/Header.module.css'

export function Header({ desk }: { readonly desk: DeskView }) {
  const { common, frame, keys } = useWords()
  const lock = useCommand('lock')
  const whereAndWho = [desk.centre?.name, desk.device?.label, desk.person?.name].filter(
    (part) => part !== undefined,
  )
  return (
    <header className={classes['header']}>
      <span className={classes['brand']}>{common.appName}</span>
      <span className={classes['where']} title={whereAndWho.join(' · ')}>
        {whereAndWho.join(' · ')}
      </span>
      <UnstyledButton className={classes['search']} onClick={palette.open} aria-keyshortcuts="Control+K">
        <IconSearch size={16} aria-hidden />
        <span>{frame.header.search}</span>
        <KeyHint keys={keymap.palette.keys[0]} />
      </UnstyledButton>
      <SyncPill />
      <Tooltip label={`${keys.does.lock} (Ctrl+L)`}>
        <ActionIcon
          aria-label={frame.header.lock}
          aria-keyshortcuts="Control+L"
          onClick={() => void lock({})}
        >
          <IconLock size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </header>
  )
}
