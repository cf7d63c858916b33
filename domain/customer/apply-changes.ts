import { mergeFields, type Changes } from '#domain/customer/merge-fields.ts'
import type { Records } from '#domain/sync/records.ts'
import { refused, type StepOutcome } from '#domain/sync/step.ts'

/** The changes of a customer's fields on the present record; what met another person's change is told, not lost. */
export function applyChanges(
  records: Records,
  customerId: string,
  changes: Changes,
  seen: Readonly<Record<string, unknown>>,
): StepOutcome {
  const present = records.get('customers', customerId)
  if (present === undefined) return refused('unknown_record')
  const { customer, merged, conflicts } = mergeFields(present, changes, textsOf(seen))
  return {
    done: true,
    merged,
    writes:
      JSON.stringify(customer) === JSON.stringify(present)
        ? []
        : [{ collection: 'customers', record: customer }],
    attention:
      conflicts.length === 0
        ? []
        : [
            {
              kind: 'conflict',
              problem: 'field_changed_by_other',
              subject: { collection: 'customers', id: customerId },
              customerId,
              fields: conflicts,
            },
          ],
  }
}

function textsOf(seen: Readonly<Record<string, unknown>>): Changes {
  return Object.fromEntries(Object.entries(seen).filter(([, value]) => typeof value === 'string'))
}
