import { useState } from 'react'
import type { AmendableField, Customer } from '#domain/customer/customer.ts'
import classes from '#renderer/screens/customer/customer.module.css'
import { typable } from '#renderer/screens/customer/detail.ts'
import { DetailField } from '#renderer/screens/customer/DetailField.tsx'
import { PinnedNote } from '#renderer/screens/customer/PinnedNote.tsx'
import { Verification } from '#renderer/work/Verification.tsx'
import { useKeys } from '#renderer/stores/keys.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { readTexts, useDraft } from '#renderer/work/useDraft.ts'
import { useShown } from '#renderer/work/useShown.ts'
import { useWords } from '#renderer/words/words.ts'

/** Fields that are edited in place, in their order. */
const fields = [
  'phone',
  'altPhone',
  'email',
  'addressLine',
  'city',
  'name',
  'birthDate',
  'gender',
  'language',
  'interests',
] as const
export type DetailName = (typeof fields)[number] | 'pinnedNote'
type Typed = Partial<Record<AmendableField, string>>
/** `undefined`: no longer edited. */
type Changed = { readonly [F in AmendableField]?: string | undefined }

/** What we know of the customer. Each value is edited where it stands; what is typed survives leaving. */
export function Details({ customer }: { readonly customer: Customer }) {
  const { work } = useWords()
  const shown = useShown(customer.id)
  const draft = useDraft<Typed>(`customer:${customer.id}`, readAny)
  const [changed, setChanged] = useState<Changed>({})
  const open = openIn(draft.left, changed)
  useKeys({ editDetails: () => type('phone', typable('phone', customer.phone ?? '')) })

  function type(field: DetailName, text: string | undefined): void {
    const next = openIn(open, { [field]: text })
    setChanged((before) => ({ ...before, [field]: text }))
    if (Object.keys(next).length === 0) draft.drop()
    else draft.keep(next)
  }
  return (
    <section className={classes['details']} aria-labelledby="details">
      <PinnedNote customer={customer} typed={open.pinnedNote} onType={(text) => type('pinnedNote', text)} />
      <SectionTitle id="details" aside={<Verification customerId={customer.id} />}>
        {work.customer.facts}
      </SectionTitle>
      <dl className={classes['facts']}>
        {fields.map((field) => (
          <DetailField
            key={field}
            customer={customer}
            field={field}
            shown={shown}
            typed={open[field]}
            onType={(text) => type(field, text)}
          />
        ))}
        <div className={classes['fact']}>
          <dt>{work.customer.nik}</dt>
          <dd>
            {customer.nikLast4 === undefined ? (
              <span className={classes['quiet']}>{work.customer.nikNone}</span>
            ) : (
              work.customer.nikTail(shown ? customer.nikLast4 : '••••')
            )}
          </dd>
        </div>
      </dl>
      <span className={classes['hint']}>{Object.keys(open).length > 0 ? work.customer.editHint : ''}</span>
    </section>
  )
}

function openIn(left: Typed | undefined, changed: Changed): Typed {
  const all = Object.entries({ ...left, ...changed })
  return Object.fromEntries(all.filter(([, text]) => text !== undefined))
}

const readAny = (value: unknown): Typed | undefined => {
  const blank = Object.fromEntries([...fields, 'pinnedNote'].map((field) => [field, '']))
  const read = readTexts(blank)(value)
  if (read === undefined || typeof value !== 'object' || value === null) return undefined
  return Object.fromEntries(Object.entries(read).filter(([field]) => field in value))
}
