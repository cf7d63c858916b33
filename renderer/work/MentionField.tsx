import { useId, useState, type KeyboardEvent, type RefObject } from 'react'
import type { Reference } from '#domain/reference/reference.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { fit } from '#renderer/work/fuzzy.ts'
import { NoteField, type NoteFieldProps } from '#renderer/work/NoteField.tsx'
import classes from '#renderer/work/staged.module.css'
import { useWords } from '#renderer/words/words.ts'

const most = 6

interface MentionFieldProps extends NoteFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
}

/** Words in which `@` and some letters call a colleague of this centre: arrows choose, Enter or Tab takes the name. */
export function MentionField({ field, value, onChange, ...rest }: MentionFieldProps) {
  const { ticketing } = useWords()
  const list = useId()
  const colleagues = useColleagues()
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const found = typed === undefined ? [] : matching(colleagues, typed)
  const marked = found[Math.min(active, found.length - 1)]

  function change(text: string): void {
    onChange(text)
    setActive(0)
    setTyped(calledBefore(text, field.current?.selectionStart ?? text.length))
  }
  function take(name: string): void {
    const at = field.current?.selectionStart ?? value.length
    const head = `${value.slice(0, at).replace(/@[^\s@]*$/, '')}@${name} `
    onChange(head + value.slice(at))
    setTyped(undefined)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(head.length, head.length)
    })
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (marked === undefined || event.ctrlKey || event.metaKey) return
    const step = { ArrowDown: 1, ArrowUp: found.length - 1 }[event.key]
    if (step !== undefined) setActive((active + step) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(marked.name ?? '')
    else if (event.key === 'Escape') setTyped(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes['mention']} onKeyDown={onKeyDown}>
      <NoteField
        {...rest}
        ref={field}
        value={value}
        onChange={change}
        onBlur={() => setTyped(undefined)}
        {...(marked === undefined
          ? {}
          : { 'aria-controls': list, 'aria-activedescendant': `${list}-${marked.staffId ?? ''}` })}
      />
      {marked === undefined ? null : (
        <div id={list} role="listbox" aria-label={ticketing.mention.list} className={classes['names']}>
          {found.map((one) => (
            <div
              key={one.id}
              id={`${list}-${one.staffId ?? ''}`}
              role="option"
              aria-selected={one === marked}
              // The field keeps the focus.
              onMouseDown={(event) => {
                event.preventDefault()
                take(one.name ?? '')
              }}
            >
              {one.name}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** The people of this centre. */
function useColleagues(): readonly Reference[] {
  const staff = useLive('staff') ?? []
  const centreId = useLive('desk')?.centre?.id
  return staff.filter((one) => one.centreId === centreId && one.name !== undefined)
}

/** Whom the words call: everybody whose whole name stands behind an `@`. */
export function useMentionedIn(text: string): readonly string[] {
  const colleagues = useColleagues()
  return colleagues.flatMap(({ name, staffId }) =>
    staffId !== undefined && text.includes(`@${name ?? ''}`) ? [staffId] : [],
  )
}

/** The letters behind the `@` at which the caret stands; `undefined` when it stands at none. */
function calledBefore(text: string, caret: number): string | undefined {
  return /(?:^|\s)@([^\s@]*)$/.exec(text.slice(0, caret))?.[1]
}

function matching(colleagues: readonly Reference[], letters: string): readonly Reference[] {
  return colleagues
    .map((one) => ({ one, score: fit(one.name ?? '', letters) }))
    .filter((each): each is { one: Reference; score: number } => each.score !== undefined)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ one }) => one)
}
