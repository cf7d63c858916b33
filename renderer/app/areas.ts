import type { Icon } from '@tabler/icons-react'
import {
  IconBook,
  IconBook2,
  IconChartBar,
  IconClipboardList,
  IconDeviceDesktop,
  IconGavel,
  IconRefresh,
  IconRocket,
  IconSettings,
  IconShoppingCart,
  IconTicket,
  IconUsers,
} from '@tabler/icons-react'
import type { Role } from '#domain/staff/roles.ts'
import type { KeyId } from '#renderer/stores/keymap.ts'
import type { Place } from '#renderer/stores/workspace.ts'
import type { Words } from '#renderer/words/words.ts'

export interface Area {
  readonly name: Exclude<keyof Words['frame']['areas'], 'label'>
  readonly key: KeyId
  readonly icon: Icon
  /** Where it begins. */
  readonly place: Place
  /** The places that belong to it. */
  readonly holds: readonly Place['at'][]
  /** Absent: for everybody. */
  readonly roles?: readonly Role[]
}

/** The parts of the console, in the order of Alt+1…9. */
const areas: readonly Area[] = [
  { name: 'desk', key: 'areaDesk', icon: IconDeviceDesktop, place: { at: 'desk' }, holds: ['desk'] },
  {
    name: 'search',
    key: 'areaSearch',
    icon: IconUsers,
    place: { at: 'search', text: '' },
    holds: ['search', 'customer', 'register'],
  },
  {
    name: 'tickets',
    key: 'areaTickets',
    icon: IconClipboardList,
    place: { at: 'tickets', view: 'mine' },
    holds: ['tickets', 'ticket'],
  },
  {
    name: 'catalogue',
    key: 'areaCatalogue',
    icon: IconBook2,
    place: { at: 'catalogue' },
    holds: ['catalogue'],
  },
  {
    name: 'releases',
    key: 'areaReleases',
    icon: IconRocket,
    place: { at: 'releases' },
    holds: ['releases'],
    roles: ['admin'],
  },
  { name: 'sync', key: 'areaSync', icon: IconRefresh, place: { at: 'sync' }, holds: ['sync'] },
  { name: 'items', key: 'areaItems', icon: IconGavel, place: { at: 'items' }, holds: ['items'] },
  { name: 'queue', key: 'areaQueue', icon: IconTicket, place: { at: 'queue' }, holds: ['queue'] },
  {
    name: 'day',
    key: 'areaDay',
    icon: IconChartBar,
    place: { at: 'day' },
    holds: ['day'],
    roles: ['branch', 'supervisor', 'admin'],
  },
  {
    name: 'knowledge',
    key: 'areaKnowledge',
    icon: IconBook,
    place: { at: 'knowledge' },
    holds: ['knowledge'],
  },
  {
    name: 'orders',
    key: 'areaOrders',
    icon: IconShoppingCart,
    place: { at: 'orders' },
    holds: ['orders'],
    roles: ['admin'],
  },
  {
    name: 'settings',
    key: 'areaSettings',
    icon: IconSettings,
    place: { at: 'settings' },
    holds: ['settings'],
  },
]

export function areasOf(role: Role | undefined): readonly Area[] {
  return areas.filter((area) => area.roles === undefined || (role !== undefined && area.roles.includes(role)))
}
