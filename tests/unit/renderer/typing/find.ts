import { act } from 'react'
import { vi } from 'vitest'
import { fieldIn, type Field } from '#tests/unit/renderer/mounted.tsx'

/** A button by its words or its label. */
export const button = (name: string): HTMLElement => {
  const all = [...document.querySelectorAll<HTMLElement>('button')]
  const found = all.find((each) =>
    [each.textContent, each.getAttribute('aria-label')].some((text) => text?.startsWith(name)),
  )
  if (found === undefined) throw new Error(`there is no button ${name}`)
  return found
}
export const push = (name: string) => act(async () => button(name).click())
/** Looks again until it is there. */
export const soon = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(async () => {
    await act(async () => undefined)
    return look()
  })
export const pushSoon = (name: string) => soon(() => void button(name)).then(() => push(name))
export const field = (selector: string): Promise<Field> => soon(() => fieldIn(document, selector))
const withLabel = (label: string): Field | null => {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent.startsWith(label))
  return document.querySelector<Field>(`#${CSS.escape(found?.getAttribute('for') ?? 'nothing')}`)
}
export const labelled = (label: string): Promise<Field> =>
  soon(() => withLabel(label) ?? Promise.reject(new Error(`there is no field ${label}`)))
/** The field with this label, opened unless it is open. */
export async function labelledAfter(label: string, open: () => Promise<unknown>): Promise<Field> {
  if (withLabel(label) === null) await open()
  return labelled(label)
}
/** Opens it unless what was left opened it already. */
export async function openOnce(selector: string, name: string): Promise<void> {
  await soon(() => document.querySelector(selector) ?? button(name))
  if (document.querySelector(selector) === null) await push(name)
}

export const optionNamed = (name: string): HTMLElement => {
  const all = [...document.querySelectorAll<HTMLElement>('[data-combobox-option]')]
  const found = all.find(({ textContent }) => textContent === name)
  if (found === undefined) throw new Error(`there is no option ${name}`)
  return found
}
