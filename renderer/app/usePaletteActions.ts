import {
  IconDeviceTv,
  IconKeyboard,
  IconLanguage,
  IconLock,
  IconMoon,
  IconPhoneIncoming,
  IconRefresh,
  IconSpeakerphone,
  IconSchool,
  IconSun,
  IconTicket,
  IconUserPlus,
  type Icon,
} from '@tabler/icons-react'
import { useComputedColorScheme } from '@mantine/core'
import type { Role } from '#domain/staff/roles.ts'
import { areasOf } from '#renderer/app/areas.ts'
import { useCommand, useLive } from '#renderer/data/useLive.ts'
import { keymap } from '#renderer/stores/keymap.ts'
import { isPractice, leavePractice } from '#renderer/stores/practice.ts'
import { changeSettings, useSettings } from '#renderer/stores/settings.ts'
import { go } from '#renderer/stores/workspace.ts'
import { useCallNext } from '#renderer/work/useCallNext.ts'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useWords } from '#renderer/words/words.ts'

export interface PaletteAction {
  readonly label: string
  readonly icon: Icon
  readonly keys?: string
  readonly run: () => void
}

/** Everything that can be done from anywhere. */
export function usePaletteActions(role: Role | undefined, openHelp: () => void): readonly PaletteAction[] {
  const { calls, frame, keys, practice } = useWords()
  const lock = useCommand('lock')
  const syncNow = useCommand('syncNow')
  const look = useLookActions()
  const places = areasOf(role).map((area) => ({
    label: frame.areas[area.name],
    icon: area.icon,
    keys: keymap[area.key].keys[0],
    run: () => go(area.place),
  }))
  return [
    {
      label: keys.does.registerCustomer,
      icon: IconUserPlus,
      keys: keymap.registerCustomer.keys[0],
      run: () => go({ at: 'register', text: '' }),
    },
    ...places,
    {
      label: keys.does.syncNow,
      icon: IconRefresh,
      keys: keymap.syncNow.keys[0],
      run: () => void syncNow({}),
    },
    { label: keys.does.help, icon: IconKeyboard, keys: keymap.help.keys[0], run: openHelp },
    ...look,
    ...useQueueActions(),
    isPractice()
      ? { label: practice.leave, icon: IconSchool, run: leavePractice }
      : { label: practice.enter, icon: IconSchool, run: () => go({ at: 'settings' }) },
    { label: calls.simulator.palette, icon: IconPhoneIncoming, run: toSimulator },
    { label: keys.does.lock, icon: IconLock, keys: keymap.lock.keys[0], run: () => void lock({}) },
  ]
}

function toSimulator(): void {
  go({ at: 'settings' })
  // The palette gives the focus back first, and the screen is drawn a moment later.
  setTimeout(() => document.getElementById('simulator-number')?.focus(), 100)
}

function useLookActions(): readonly PaletteAction[] {
  const { palette } = useWords().frame
  const language = useSettings((settings) => settings.language)
  const isDark = useComputedColorScheme() === 'dark'
  return [
    {
      label: palette.switchLanguage,
      icon: IconLanguage,
      run: () => changeSettings({ language: language === 'id' ? 'en' : 'id' }),
    },
    {
      label: isDark ? palette.toLight : palette.toDark,
      icon: isDark ? IconSun : IconMoon,
      run: () => changeSettings({ appearance: isDark ? 'light' : 'dark' }),
    },
  ]
}

/** For whoever works with the queue, at a centre that has one. */
function useQueueActions(): readonly PaletteAction[] {
  const { queue, keys } = useWords()
  const permits = usePermits()
  const { callNext } = useCallNext()
  if ((useLive('services') ?? []).length === 0 || !permits('callNumber')) return []
  return [
    {
      label: keys.does.callNext,
      icon: IconSpeakerphone,
      keys: keymap.callNext.keys[0],
      run: () => void callNext(),
    },
    { label: queue.openKiosk, icon: IconTicket, run: () => go({ at: 'kiosk' }) },
    { label: queue.openRoom, icon: IconDeviceTv, run: () => go({ at: 'waiting_room' }) },
  ]
}
