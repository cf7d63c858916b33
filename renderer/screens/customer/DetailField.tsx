import { useRef, useState } from 'react'
import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { Customer } from '#domain/customer/customer.ts'
import { maskedName } from '#domain/customer/masked.ts'
import classes from '#renderer/screens/customer/customer.module.css'
import { typable } from '#renderer/screens/customer/detail.ts'
import { DetailEditor } from '#renderer/screens/customer/DetailEditor.tsx'
import type { DetailName } from '#renderer/screens/customer/Details.tsx'
import { useAmend } from '#renderer/screens/customer/useAmend.ts'
import { readable } from '#renderer/work/readable.ts'
import { useNameHidden } from '#renderer/work/useShown.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface DetailFieldProps {
  readonly customer: Customer
  readonly field: DetailName
  readonly shown: boolean
  /** What is being typed; `undefined` while nobody edits. */
  readonly typed: string | undefined
  readonly onType: (text: string | undefined) => void
}

/** One fact: read until its pencil is pressed, then edited where it stands. */
export function DetailField({ customer, field, shown, typed, onType }: DetailFieldProps) {
  const words = useWords()
  const { work, terms } = words
  const format = useFormat()
  const pencil = useRef<HTMLButtonElement>(null)
  const [saved, setSaved] = useState(false)
  const { may } = useAmend(customer, field, '')
  const label = terms.field[field]
  const nameHidden = useNameHidden(customer.id)
  const value =
    field === 'name' && nameHidden
      ? maskedName(customer.name)
      : readable(customer, field, shown, words, format)
  function done(changed: boolean): void {
    setSaved(changed)
    onType(undefined)
    requestAnimationFrame(() => pencil.current?.focus())
  }
  return (
    <div className={classes['fact']}>
      <dt>{label}</dt>
      <dd>
        {typed === undefined ? (
          <>
            <span className={value === undefined ? classes['quiet'] : undefined}>
              {value ?? work.customer.empty}
            </span>
            {saved ? <span className={classes['saved']}>{work.customer.savedHere}</span> : null}
            {may ? (
              <ActionIcon
                ref={pencil}
                className={classes['pencil']}
                size={24}
                aria-label={work.customer.edit(label)}
                onClick={() => onType(typable(field, customer[field] ?? ''))}
              >
                <IconPencil size={14} aria-hidden />
              </ActionIcon>
            ) : null}
          </>
        ) : (
          <DetailEditor
            customer={customer}
            field={field}
            label={label}
            typed={typed}
            onType={onType}
            onDone={done}
          />
        )}
      </dd>
    </div>
  )
}
