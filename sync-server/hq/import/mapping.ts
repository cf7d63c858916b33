import { Type, type Static, type TProperties } from 'typebox'
import { Value } from 'typebox/value'
import { ticketStatuses } from '#domain/ticket/ticket.ts'
import { HqFault } from '#sync-server/hq/fault.ts'

const strict = <P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })
const column = Type.String({ minLength: 1 })
const scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()])

/** The cell as it stands, without white space around it. An empty cell refuses the row, unless it is optional: then the field is left out. */
const FromColumn = strict({
  column,
  optional: Type.Optional(Type.Boolean()),
  /** A telephone number in any way people write it. */
  as: Type.Optional(Type.Literal('phone')),
})
const Constant = strict({ constant: scalar })
/** `Pelanggan {customerID}`; `{Zip code:00000}` fills up with zeros on the left. */
const Template = strict({ template: Type.String() })
/** The cell's meaning. A word that is not listed refuses the row, unless `otherwise` says what to take; `null` leaves the field out. */
const Mapped = strict({
  column,
  map: Type.Record(Type.String(), Type.Union([scalar, Type.Null()])),
  otherwise: Type.Optional(Type.Union([scalar, Type.Null()])),
})
/** A day, or with a time an instant. The first format that the cell fits counts: so their order decides what `04-08-2015` is. */
const Dated = strict({
  column,
  dates: Type.Array(Type.String(), { minItems: 1 }),
  time: Type.Optional(strict({ column, formats: Type.Array(Type.String(), { minItems: 1 }) })),
  /** An IANA name such as `Asia/Jakarta`; with it the field is an instant, without it a day. */
  zone: Type.Optional(Type.String()),
})
/** Whole rupiah: the cell times `factor`, rounded. */
const Money = strict({
  column,
  rupiah: strict({
    factor: Type.Number({ exclusiveMinimum: 0 }),
    decimal: Type.Optional(Type.Union([Type.Literal('.'), Type.Literal(',')])),
  }),
})
/** The day so many months before the import. */
const MonthsAgo = strict({ monthsAgo: strict({ column }) })
/** The time of the import, or a day so many days after it. */
const Imported = strict({
  imported: Type.Union([Type.Literal('instant'), Type.Literal('day')]),
  plusDays: Type.Optional(Type.Integer()),
})
/** The texts of those conditions that hold; left out when none does. */
const Listed = strict({
  list: Type.Array(strict({ column, equals: Type.String(), text: Type.String() })),
  separator: Type.Optional(Type.String()),
})

const Simple = Type.Union([FromColumn, Constant, Template, Mapped, Dated, Money, MonthsAgo, Imported, Listed])
/** All of them must hold. */
const Conditions = Type.Array(strict({ column, equals: Type.Array(Type.String()) }))
export type Conditions = Static<typeof Conditions>
const Group = strict({ fields: Type.Record(Type.String(), Simple), when: Type.Optional(Conditions) })
const Expression = Type.Union([Simple, Group])
export type Simple = Static<typeof Simple>
export type Expression = Static<typeof Expression>
const fields = () => Type.Record(Type.String(), Expression)

const shared = {
  /** Names the origin: ids are derived from it and the source id, so one origin never comes in twice. */
  source: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  comment: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])),
  /** Without it the header line decides between comma, semicolon, tab and bar. */
  delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
  encoding: Type.Optional(
    Type.Union([Type.Literal('utf-8'), Type.Literal('windows-1252'), Type.Literal('utf-16le')]),
  ),
  sourceId: strict({ column, pattern: Type.Optional(Type.String()), says: Type.Optional(Type.String()) }),
  /** Columns that are left behind on purpose, and why. */
  ignored: Type.Optional(Type.Record(Type.String(), Type.String())),
  record: fields(),
}

const CustomersMapping = strict({
  target: Type.Literal('customers'),
  ...shared,
  /** Lines of the customer; `key` makes their ids. */
  subscriptions: Type.Optional(
    Type.Array(
      strict({
        key: Type.String(),
        when: Type.Optional(Conditions),
        record: fields(),
      }),
    ),
  ),
})
const ComplaintsMapping = strict({
  target: Type.Literal('complaints'),
  ...shared,
  openedAt: Dated,
  /** What the ticket went through until the file was written, by the word in a column. */
  thread: Type.Optional(
    strict({
      column,
      moves: Type.Record(
        Type.String(),
        Type.Array(Type.Union(ticketStatuses.map((status) => Type.Literal(status)))),
      ),
      /** How imported tickets were resolved; made known to every centre. */
      resolution: strict({ code: Type.String(), label: strict({ id: Type.String(), en: Type.String() }) }),
      note: Type.String(),
    }),
  ),
})
export type CustomersMapping = Static<typeof CustomersMapping>
export type ComplaintsMapping = Static<typeof ComplaintsMapping>
export type Mapping = CustomersMapping | ComplaintsMapping

/** The mapping in a file's text. A fault names the place in the file. */
export function readMapping(text: string, target: Mapping['target'], file: string): Mapping {
  const json = parsed(text, file)
  const schema = target === 'customers' ? CustomersMapping : ComplaintsMapping
  if (Value.Check(schema, json)) return json
  const errors = [...Value.Errors(schema, json)]
  const deepest = errors.toSorted(
    (a, b) => b.instancePath.split('/').length - a.instancePath.split('/').length,
  )[0]
  const path = errors.find(({ keyword }) => keyword === 'anyOf')?.instancePath ?? deepest?.instancePath ?? ''
  throw new HqFault(
    `The mapping ${file} is wrong at ${path === '' ? 'its top' : path}: ${deepest?.message ?? 'it has another form'}.`,
  )
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new HqFault(
      `The mapping ${file} is no JSON: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
}
