import { Input, SegmentedControl, Select, TextInput } from '@mantine/core'
import { isOrderOpen, type Order } from '#domain/order/order.ts'
import { changeOf, methods, purposes, type PaymentFault } from '#domain/payment/payment.ts'
import { useLive } from '#renderer/data/useLive.ts'
import {
  billOf,
  methodOf,
  proposed,
  purposeOf,
  type Billed,
  type Filled,
} from '#renderer/screens/customer/payment-filled.ts'
import classes from '#renderer/screens/customer/payments.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { LineSelect } from '#renderer/work/LineSelect.tsx'
import { NoteField } from '#renderer/work/NoteField.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { wishName } from '#renderer/work/order/order-words.ts'
import { RupiahField } from '#renderer/work/RupiahField.tsx'
import { typed } from '#renderer/work/typed.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface PaymentFieldsProps {
  readonly customerId: string
  readonly filled: Filled
  readonly faults: readonly PaymentFault[]
  readonly onChange: (changes: Partial<Filled>) => void
}

/** For what, how much, how; cash has change, everything else a number at the bank. */
export function PaymentFields({ customerId, filled, faults, onChange }: PaymentFieldsProps) {
  const { payments } = useWords()
  const { form, missing } = payments
  const wrong = (fault: PaymentFault) => (faults.includes(fault) ? missing[fault] : undefined)
  const purpose = purposeOf(filled)
  const isCash = methodOf(filled) === 'cash'
  const bills = useBills(customerId) ?? []
  return (
    <>
      <Choice
        label={form.purpose}
        data={optionsOf(purposes, payments.purpose)}
        value={purpose}
        onChange={(chosen) => onChange({ purpose: chosen })}
      />
      {purpose === 'bill' ? (
        <TextInput
          id="payment-bill"
          data-autofocus
          label={form.bill}
          placeholder={form.billPlaceholder}
          maxLength={40}
          value={filled.bill}
          error={wrong('bill')}
          onChange={(event) => onChange({ bill: event.currentTarget.value })}
        />
      ) : null}
      {purpose === 'order' ? (
        <OrderSelect
          customerId={customerId}
          value={filled.orderId}
          error={wrong('order')}
          onChange={(order) => onChange(ofOrder(order, filled))}
        />
      ) : (
        <LineSelect
          customerId={customerId}
          value={filled.subscriptionId}
          onChange={(subscriptionId) => onChange(ofLine(subscriptionId, filled, bills))}
        />
      )}
      <RupiahField
        id="payment-amount"
        data-autofocus={purpose === 'bill' ? undefined : true}
        label={form.amount}
        value={filled.amount}
        error={wrong('amount')}
        onChange={(amount) => onChange({ amount })}
      />
      <Choice
        label={form.method}
        data={optionsOf(methods, payments.method)}
        value={methodOf(filled)}
        onChange={(method) => onChange({ method })}
      />
      {isCash ? (
        <Cash filled={filled} error={wrong('given')} onChange={onChange} />
      ) : (
        <TextInput
          id="payment-reference"
          label={form.reference}
          description={form.referenceHint}
          maxLength={40}
          value={filled.reference}
          error={wrong('reference')}
          onChange={(event) => onChange({ reference: event.currentTarget.value })}
        />
      )}
      <NoteField
        label={form.note}
        minRows={1}
        maxLength={1000}
        value={filled.note}
        onChange={(note) => onChange({ note })}
      />
    </>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly data: { value: string; label: string }[]
  readonly value: string
  readonly onChange: (chosen: string) => void
}

function Choice({ label, ...control }: ChoiceProps) {
  return (
    <div>
      <Input.Label component="span">{label}</Input.Label>
      <SegmentedControl fullWidth aria-label={label} {...control} />
    </div>
  )
}

type CashProps = Pick<PaymentFieldsProps, 'filled' | 'onChange'> & { readonly error: string | undefined }

/** What the customer hands over, and what goes back. */
function Cash({ filled, error, onChange }: CashProps) {
  const { form } = useWords().payments
  const format = useFormat()
  const [amount, given] = [Number(filled.amount), Number(filled.given)]
  const change = filled.given === '' ? 0 : changeOf({ amount, given })
  return (
    <div className={classes['cash']}>
      <RupiahField
        id="payment-given"
        label={form.given}
        description={form.givenHint}
        value={filled.given}
        error={error}
        onChange={(digits) => onChange({ given: digits })}
      />
      <output htmlFor="payment-amount payment-given">
        <span>{form.change}</span>
        <strong>{format.money(change)}</strong>
      </output>
    </div>
  )
}

interface OrderSelectProps {
  readonly customerId: string
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (order: Order | undefined) => void
}

/** The customer's orders that are not over yet. */
function OrderSelect({ customerId, value, error, onChange }: OrderSelectProps) {
  const words = useWords()
  const language = useSettings((now) => now.language)
  const { form } = words.payments
  const orders = (useLive('ordersOf', customerId) ?? [])
    .map(({ order }) => order)
    .filter((order) => order.id === value || isOrderOpen(order))
  return (
    <Select
      {...typed}
      id="payment-order"
      label={form.order}
      placeholder={form.orderPlaceholder}
      nothingFoundMessage={form.noOrder}
      description={orders.length === 0 ? form.noOrder : undefined}
      data={orders.map((order) => ({
        value: order.id,
        label: `${order.code} · ${wishName(order, language, words)}`,
      }))}
      value={value === '' ? null : value}
      error={error}
      onChange={(id) => onChange(orders.find((order) => order.id === id))}
    />
  )
}

/** The customer's bills as billing told of them last; `undefined` until they are read. */
export function useBills(customerId: string): readonly Billed[] | undefined {
  const words = useWords()
  const format = useFormat()
  return useLive('subscriptionsOf', customerId)?.flatMap((line) => billOf(line, words, format) ?? [])
}

/** The bill of the line is proposed where nothing is written yet. */
function ofLine(subscriptionId: string, filled: Filled, bills: readonly Billed[]): Partial<Filled> {
  const bill = bills.find((each) => each.subscriptionId === subscriptionId)
  const isFree = filled.purpose === 'bill' && filled.amount === '' && filled.bill === ''
  return bill !== undefined && isFree ? proposed(bill) : { subscriptionId }
}

/** What an order costs is proposed where nothing is written yet. */
function ofOrder(order: Order | undefined, { amount }: Filled): Partial<Filled> {
  if (order === undefined) return { orderId: '' }
  const price = order.price?.amount
  return {
    orderId: order.id,
    subscriptionId: order.subscriptionId ?? '',
    ...(amount === '' && price !== undefined ? { amount: String(price) } : {}),
  }
}
