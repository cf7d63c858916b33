import { expect, test } from 'vitest'
import { nextOf } from '#domain/queue/next.ts'
import type { PayloadOf } from '#domain/steps.ts'
import { stepOf, steps } from '#domain/steps.ts'
import type { Operation } from '#domain/sync/operation.ts'
import { RecordMap } from '#domain/sync/records.ts'
import { runOperation } from '#domain/sync/run.ts'
import { blankService, serviceFrom, writtenFrom } from '#renderer/screens/queue/service-filled.ts'
import { operationOf } from '#tests/unit/domain/operation-of.ts'

const service: PayloadOf<'publishService'>['service'] = {
  code: 'BAYAR',
  label: { id: 'Pembayaran', en: 'Payments' },
  prefix: 'C',
  place: 3,
  headStart: 10,
  active: true,
  centreIds: ['KDI'],
  regions: [],
}
const publish = (op: number, edition: number, changes: Partial<typeof service> = {}) =>
  operationOf(op, [stepOf('publishService', { service: { ...service, ...changes }, edition })])

function run(records: RecordMap, operation: Operation): string | undefined {
  const outcome = runOperation(records, operation)
  if (!outcome.done) return outcome.problem
  for (const write of outcome.writes) records.put(write)
  return undefined
}

test('a service is published whole over the edition that was seen, or over one that the command line made', () => {
  const records = new RecordMap()
  const id = 'service:BAYAR'
  records.put({
    collection: 'reference',
    record: { id, rev: 1, kind: 'service', code: 'BAYAR', prefix: 'P', label: service.label, active: true },
  })
  const first = publish(1, 1)
  expect(run(records, first)).toBeUndefined()
  expect(records.get('reference', id)).toMatchObject({ ...service, kind: 'service', edition: 1 })
  // Once more it changes nothing; another one for the same edition, or for one that is past, is told so.
  expect(runOperation(records, first)).toMatchObject({ done: true, writes: [] })
  expect(run(records, publish(2, 2, { active: false }))).toBeUndefined()
  expect(records.get('reference', id)).toMatchObject({ active: false, edition: 2 })
  for (const edition of [1, 2]) expect(run(records, publish(3, edition))).toBe('edition_exists')
  expect(run(records, publish(4, 3, { headStart: 31 }))).toBe('bad_operation')
  expect(
    (['agent', 'branch', 'supervisor', 'admin'] as const).filter((role) =>
      steps.publishService.permits(role, {} as never),
    ),
  ).toEqual(['admin'])
})

test('a service that goes ahead overtakes by its minutes and not by more', () => {
  const taken = (id: string, of: string, minute: number) =>
    ({ id, service: of, status: 'waiting', priority: 'normal', takenAt: minute * 60_000 }) as const
  const lanes = [{ code: 'BAYAR', headStart: 10 }]
  const next = (early: number) =>
    nextOf([taken('a', 'LAYANAN', early), taken('b', 'BAYAR', 20)], [], lanes)?.service
  expect(next(11)).toBe('BAYAR')
  expect(next(9)).toBe('LAYANAN')
})

test('what is missing in a service is said where it is mended, and what is published comes back as it was', () => {
  const published = { ...service, id: 'service:BAYAR', rev: 1, kind: 'service' as const }
  expect(serviceFrom(writtenFrom(published), [])).toEqual({ service, faults: [] })
  expect(serviceFrom(blankService, []).faults).toEqual(['code', 'label', 'prefix'])
  const written = { ...writtenFrom(published), prefix: 'c', place: '100', headStart: 'x' }
  expect(serviceFrom(written, [published]).faults).toEqual(['taken', 'letterTaken', 'place', 'headStart'])
  // A closed service needs no letter of its own.
  expect(serviceFrom({ ...writtenFrom(published), code: 'LAIN', active: '' }, [published]).faults).toEqual([])
})
