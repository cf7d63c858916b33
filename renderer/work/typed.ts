import type { KeyboardEvent, SyntheticEvent } from 'react'
import type { ComboboxItem, OptionsFilter } from '@mantine/core'
import { fit } from '#renderer/work/fuzzy.ts'

const selectAll = (event: SyntheticEvent<HTMLInputElement>) => event.currentTarget.select()

function byFit<V extends string>({ options, search }: Parameters<OptionsFilter<V>>[0]): ComboboxItem<V>[] {
  return (options as ComboboxItem<V>[])
    .map((option) => ({ option, score: fit(option.label, search) }))
    .filter((found): found is { option: ComboboxItem<V>; score: number } => found.score !== undefined)
    .toSorted((a, b) => b.score - a.score)
    .map(({ option }) => option)
}

/**
 * Enter takes the option that is marked. Mantine goes by an index of its own, which a timer started by the opening puts
 * back to nothing a moment later: whoever types fast would press Enter in vain. Options that are not drawn yet are
 * taken with the next frame.
 */
function chooseMarked(event: KeyboardEvent<HTMLInputElement>): void {
  const field = event.currentTarget
  if (event.key !== 'Enter' || field.ariaExpanded !== 'true') return
  event.preventDefault()
  if (!takeMarked(field)) requestAnimationFrame(() => takeMarked(field))
}

function takeMarked(field: HTMLInputElement): boolean {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  const isTyped = field.value !== '' && list?.querySelector('[data-combobox-active]') === null
  const marked = list?.querySelector<HTMLElement>('[data-combobox-selected]')
  const best = isTyped ? list?.querySelector<HTMLElement>('[data-combobox-option]') : undefined
  const option = marked ?? best
  option?.click()
  return option instanceof HTMLElement
}

/**
 * For a `Select` that is filled by typing: two or three letters and Enter. What was chosen before is marked, so that
 * letters replace it; appended to it they would match nothing. Options open with the first letter, an arrow or a click,
 * so that they never cover a form that is only walked through.
 */
export const typed = {
  searchable: true,
  selectFirstOptionOnChange: true,
  allowDeselect: false,
  openOnFocus: false,
  filter: byFit,
  onFocus: selectAll,
  onClick: selectAll,
  onKeyDown: chooseMarked,
} as const

/** Goes to such a field and opens its options. */
export function openOptions(id: string): void {
  const field = document.getElementById(id)
  field?.focus()
  field?.click()
}
