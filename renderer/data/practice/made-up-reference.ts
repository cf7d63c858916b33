import type { Reference } from '#domain/reference/reference.ts'
import type { Person } from '#domain/sync/session.ts'
import { practiceCentre, practicePerson } from '#renderer/data/practice/made-up-people.ts'

/** The words of a made-up centre: its people, reasons, services of the queue and what is said often. */
export function referenceRecords(): Reference[] {
  const { id, name, zone } = practiceCentre
  const word = (kind: Reference['kind'], code: string, rest: Partial<Reference>): Reference => ({
    id: `${kind}:${code}`,
    rev: 1,
    kind,
    code,
    active: true,
    ...rest,
  })
  const label = (indonesian: string, english: string) => ({ label: { id: indonesian, en: english } })
  return [
    word('centre', id, { name, zone }),
    { ...staffOf(practicePerson), skills: ['service', 'network'] },
    {
      ...staffOf({ ...practicePerson, id: 'practice-colleague', username: 'rekan', name: 'Rekan Latihan' }),
      skills: ['billing'],
    },
    word('reason', 'KUOTA', {
      ...label('Kuota tidak masuk', 'Data quota not received'),
      ticketType: 'complaint',
      department: 'care',
    }),
    word('reason', 'SINYAL', {
      ...label('Sinyal hilang', 'No signal'),
      ticketType: 'incident',
      department: 'network',
      skill: 'network',
    }),
    word('reason', 'TAGIHAN', {
      ...label('Tagihan lebih tinggi', 'Bill higher than expected'),
      ticketType: 'complaint',
      department: 'billing',
      skill: 'billing',
    }),
    word('reason', 'INFO', {
      ...label('Tanya paket', 'Asking about packages'),
      ticketType: 'information',
      department: 'sales',
    }),
    word('service', 'LAYANAN', { prefix: 'A', ...label('Layanan pelanggan', 'Customer service') }),
    word('service', 'KARTU', { prefix: 'B', ...label('Kartu SIM dan perangkat', 'SIM cards and devices') }),
    word('macro', 'KUOTA', {
      ...label('Kuota belum masuk: minta dicek', 'Data quota missing: have it checked'),
      macro: {
        text: {
          id: 'Kuota {customer} belum masuk dan sedang diperiksa (contoh).',
          en: 'The data quota of {customer} has not arrived and is being checked (example).',
        },
        priority: 'p2',
        status: 'in_progress',
        task: {
          department: 'service',
          ask: { id: 'Periksa paket data (contoh).', en: 'Check the data package (example).' },
          withinHours: 4,
        },
        ticket: {
          type: 'complaint',
          department: 'service',
          subject: { id: 'Kuota tidak masuk (contoh)', en: 'Data quota not received (example)' },
        },
      },
    }),
    word('resolution', 'SELESAI', label('Sudah diperbaiki', 'Repaired')),
    word('resolution', 'DIJELASKAN', label('Sudah dijelaskan', 'Explained')),
  ]
}

function staffOf({ id, username, name, role, centreId }: Person): Reference {
  return {
    id: `staff:${id}`,
    rev: 1,
    kind: 'staff',
    code: username,
    name,
    active: true,
    staffId: id,
    role,
    centreId,
  }
}
