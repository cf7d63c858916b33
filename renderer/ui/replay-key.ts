type Field = HTMLInputElement | HTMLTextAreaElement

/** Gives a key that came too early to what has the focus now, with what the browser itself would have made of it. */
export function replayKey(key: KeyboardEvent, within: HTMLElement): void {
  const target = document.activeElement
  if (!(target instanceof HTMLElement)) return
  const { code, ctrlKey, altKey, metaKey, shiftKey } = key
  const again = { key: key.key, code, ctrlKey, altKey, metaKey, shiftKey, bubbles: true, cancelable: true }
  if (!target.dispatchEvent(new KeyboardEvent('keydown', again)) || ctrlKey || altKey || metaKey) return
  if (key.key === 'Tab') focusBeside(target, within, shiftKey ? -1 : 1)
  else if (isField(target)) edit(target, key.key)
  else if ((key.key === 'Enter' || key.key === ' ') && target instanceof HTMLButtonElement) target.click()
}

function isField(target: HTMLElement): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

function edit(field: Field, key: string): void {
  const from = field.selectionStart ?? field.value.length
  const to = field.selectionEnd ?? from
  if (key === 'Backspace') put(field, '', from === to ? Math.max(0, from - 1) : from, to)
  else if (key.length === 1) put(field, key, from, to)
  else if (key !== 'Enter') return
  else if (field instanceof HTMLTextAreaElement) put(field, '\n', from, to)
  else field.form?.requestSubmit()
}

function put(field: Field, text: string, from: number, to: number): void {
  field.setRangeText(text, from, to, 'end')
  field.dispatchEvent(new InputEvent('input', { data: text, inputType: 'insertText', bubbles: true }))
}

function focusBeside(target: HTMLElement, within: HTMLElement, step: 1 | -1): void {
  const all = [
    ...within.querySelectorAll<HTMLElement>('input, textarea, select, button, a[href], [tabindex]'),
  ]
  const stops = all.filter((each) => each.tabIndex >= 0 && !each.hasAttribute('disabled'))
  stops.at((stops.indexOf(target) + step) % stops.length)?.focus()
}
