import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { toE164 } from '#domain/customer/msisdn.ts'
import type { StepDraft } from '#domain/item/steps-to-send.ts'
import { steps } from '#domain/steps.ts'

/** How a field is filled in. `record`: another customer or ticket; the rest are one of a list, or written. */
export type FieldInput =
  | 'line'
  | 'words'
  | 'number'
  | 'choice'
  | 'staff'
  | 'reason'
  | 'resolution'
  | 'customer'
  | 'ticket'

/** One field of a step that a person may change. */
export interface StepField {
  readonly name: string
  /** Inside of `changes` or `values`. */
  readonly within: string | undefined
  readonly input: FieldInput
  readonly choices: readonly string[]
  readonly optional: boolean
  readonly schema: TSchema
}

/** What a person chooses by name, though the step names it by an id or a code. */
const byName: Readonly<Record<string, FieldInput>> = {
  ownerId: 'staff',
  reasonCode: 'reason',
  resolutionCode: 'resolution',
  customerId: 'customer',
  ticketId: 'ticket',
  otherTicketId: 'ticket',
  phone: 'number',
  altPhone: 'number',
}
/** The record that a step makes keeps its id. */
const made: Readonly<Record<string, string>> = {
  registerCustomer: 'customerId',
  openTicket: 'ticketId',
  captureOrder: 'orderId',
  captureAppointment: 'orderId',
  takePayment: 'paymentId',
}
/** Made by a machine: nothing that a person reads or types here. */
const untouched = /(?:Id|Ids|Hash|At)$|^(?:code|since|nikLast4|decision|version|effectiveFrom|notes)$/
const longText = 300

interface ObjectSchema {
  readonly properties: Readonly<Record<string, TSchema>>
  readonly required?: readonly string[]
}

/** The fields of a step that people change, in the order of its schema. Those of `changes` only as far as the step names them. */
export function fieldsOf({ kind, payload }: StepDraft): readonly StepField[] {
  const { properties, required = [] } = steps[kind].payload as ObjectSchema
  return Object.entries(properties).flatMap(([name, schema]) => {
    if (name === 'changes' || name === 'values') return inner(name, schema, payload[name])
    // Of a decision only its values are written; its words have a field of their own.
    if (kind === 'decideItem' || made[kind] === name) return []
    return fieldOf(name, schema, undefined, !required.includes(name))
  })
}

function inner(within: string, schema: TSchema, present: unknown): StepField[] {
  if (typeof present !== 'object' || present === null) return []
  const { properties } = schema as unknown as ObjectSchema
  return Object.entries(properties).flatMap(([name, each]) =>
    // An identity is typed where the document is seen, never here.
    Object.hasOwn(present, name) ? fieldOf(name, each, within, false) : [],
  )
}

function fieldOf(name: string, schema: TSchema, within: string | undefined, optional: boolean): StepField[] {
  const text = textSchema(schema)
  if (text === undefined || (untouched.test(name) && byName[name] === undefined)) return []
  const choices = text.enum ?? []
  const written = (text.maxLength ?? 0) >= longText ? 'words' : 'line'
  const input = choices.length > 0 ? 'choice' : (byName[name] ?? written)
  return [{ name, within, input, choices, optional, schema }]
}

interface TextSchema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly maxLength?: number
  readonly anyOf?: readonly TextSchema[]
}

/** The schema of a text, also of one that may be empty instead. */
function textSchema(schema: TSchema): TextSchema | undefined {
  const { type, anyOf } = schema as TextSchema
  if (type === 'string') return schema
  return anyOf?.find((each) => each.type === 'string')
}

/** What stands in a field; `''` for nothing. */
export function valueOf({ payload }: StepDraft, { name, within }: StepField): string {
  const holder: unknown = within === undefined ? payload : payload[within]
  const value = typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined
  return typeof value === 'string' ? value : ''
}

/** The step with what was typed into a field, as it is stored: numbers in E.164, no white space around. */
export function withValue(draft: StepDraft, field: StepField, typed: string): StepDraft {
  const { name, within, input, optional } = field
  const text = typed.trim()
  const value = input === 'number' ? (toE164(text) ?? text) : text
  const set = (holder: Readonly<Record<string, unknown>>) => {
    const { [name]: _, ...rest } = holder
    return value === '' && optional ? rest : { ...rest, [name]: value }
  }
  const { payload } = draft
  if (within === undefined) return { ...draft, payload: set(payload) }
  return {
    ...draft,
    payload: { ...payload, [within]: set((payload[within] ?? {}) as Record<string, unknown>) },
  }
}

/** Whether a field has what its schema wants. */
export function isRight(draft: StepDraft, field: StepField): boolean {
  const value = valueOf(draft, field)
  return (value === '' && field.optional) || Value.Check(field.schema, value)
}

/** Whether a step may go out as it stands. */
export function isWhole({ kind, payload }: StepDraft): boolean {
  return Value.Check(steps[kind].payload, payload)
}
