import { useState } from 'react'
import { Checkbox, SegmentedControl, Select } from '@mantine/core'
import { wishRules, wishes, type Wish } from '#domain/order/checks.ts'
import { dayParts } from '#domain/order/order.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/customer/dialogs.module.css'
import {
  partOf,
  tickedOf,
  wishOf,
  type Filled,
  type Missing,
} from '#renderer/screens/customer/order-filled.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { LineSelect } from '#renderer/work/LineSelect.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { offeringOf, priceOf } from '#renderer/work/offering.ts'
import { optionsOf } from '#renderer/work/options.ts'
import { checkNames } from '#renderer/work/order/order-words.ts'
import { typed } from '#renderer/work/typed.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface OrderFieldsProps {
  readonly customerId: string
  readonly filled: Filled
  readonly missing: readonly Missing[]
  readonly onChange: (changes: Partial<Filled>) => void
}

/** What is asked depends on the wish: a price, a time, and which checks are done. */
export function OrderFields({ customerId, filled, missing, onChange }: OrderFieldsProps) {
  const { orders } = useWords()
  const wish = wishOf(filled)
  return (
    <>
      <Select<Wish>
        {...typed}
        id="order-wish"
        data-autofocus
        label={orders.form.wish}
        placeholder={orders.form.wishPlaceholder}
        data={optionsOf(wishes, orders.wish)}
        value={wish ?? null}
        error={missing.includes('wish') ? orders.form.missingWish : undefined}
        onChange={(chosen) => onChange({ wish: chosen ?? '', checks: '' })}
      />
      {wish === undefined ? null : (
        <>
          {wishRules[wish].priced ? (
            <OfferingSelect filled={filled} missing={missing} onChange={onChange} />
          ) : null}
          {wishRules[wish].visit ? (
            <SlotFields filled={filled} missing={missing} onChange={onChange} />
          ) : null}
          {wish === 'new_number' ? null : (
            <LineSelect
              customerId={customerId}
              value={filled.subscriptionId}
              onChange={(subscriptionId) => onChange({ subscriptionId })}
            />
          )}
          <Checks wish={wish} filled={filled} onChange={onChange} />
          <NoteField
            label={orders.form.note}
            minRows={2}
            maxLength={1000}
            value={filled.note}
            onChange={(note) => onChange({ note })}
          />
        </>
      )}
    </>
  )
}

type Part = Pick<OrderFieldsProps, 'filled' | 'missing' | 'onChange'>

/** Only what this centre sells now, at the price that is frozen with it. */
function OfferingSelect({ filled, missing, onChange }: Part) {
  const words = useWords()
  const format = useFormat()
  const language = useSettings((now) => now.language)
  const view = useLive('catalogue')
  const { form } = words.orders
  const offerings = view?.offerings.flatMap((record) => offeringOf(record) ?? []) ?? []
  return (
    <Select
      {...typed}
      id="order-offering"
      label={form.offering}
      placeholder={form.offeringPlaceholder}
      nothingFoundMessage={form.noOffering}
      maxDropdownHeight={240}
      data={offerings.map((offering) => ({
        value: offering.code,
        label: `${offering.name[language]} · ${priceOf(offering, words, format)} · ${offering.code}`,
      }))}
      value={filled.offeringCode === '' ? null : filled.offeringCode}
      description={view !== undefined && view.release === undefined ? form.noCatalogue : undefined}
      error={missing.includes('offering') ? form.missingOffering : undefined}
      onChange={(code) => onChange({ offeringCode: code ?? '' })}
    />
  )
}

const dayMs = 86_400_000
/** Further ahead nobody plans a visit at a counter. */
const daysAhead = 14

function SlotFields({ filled, missing, onChange }: Part) {
  const { orders } = useWords()
  const format = useFormat()
  const [from] = useState(() => Date.now())
  const days = Array.from({ length: daysAhead }, (_, index) => from + (index + 1) * dayMs)
  return (
    <>
      <Select
        {...typed}
        id="order-day"
        label={orders.form.day}
        data={days.map((at) => ({ value: format.localDay(at), label: format.weekday(at) }))}
        value={filled.day === '' ? null : filled.day}
        error={missing.includes('day') ? orders.form.missingDay : undefined}
        onChange={(day) => onChange({ day: day ?? '' })}
      />
      <SegmentedControl
        aria-label={orders.form.part}
        value={partOf(filled)}
        data={optionsOf(dayParts, orders.part)}
        onChange={(part) => onChange({ part })}
      />
    </>
  )
}

function Checks({
  wish,
  filled,
  onChange,
}: { readonly wish: Wish } & Pick<OrderFieldsProps, 'filled' | 'onChange'>) {
  const words = useWords()
  const { counter, headquarters } = wishRules[wish]
  const ticked = tickedOf(filled)
  return (
    <>
      <Checkbox.Group
        label={words.orders.form.checks}
        value={ticked}
        onChange={(chosen) => onChange({ checks: chosen.join(',') })}
      >
        {counter.map((check) => (
          <Checkbox key={check} size="xs" mt={6} value={check} label={words.orders.check[check]} />
        ))}
      </Checkbox.Group>
      {headquarters.length === 0 ? null : (
        <p className={classes['hint']}>{words.orders.form.headquarters(checkNames(headquarters, words))}</p>
      )}
    </>
  )
}
