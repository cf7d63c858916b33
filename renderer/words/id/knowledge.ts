import type { noticeKinds } from '#domain/knowledge/article.ts'

/** What headquarters knows and tells. Times and counts arrive formatted. */
export const knowledge = {
  title: 'Pengetahuan',
  field: 'Cari di pengetahuan',
  placeholder: 'Kata dari judul, isi, atau langkahnya',
  list: 'Artikel dan pemberitahuan',
  searched: (count: string, asOf: string) => `Dicari di ${count} artikel dan pemberitahuan, per ${asOf}`,
  searchedHere: (count: string) => `Dicari di ${count} artikel dan pemberitahuan di PC ini`,
  nothing: 'Tidak ada artikel yang memuat semua kata itu.',
  nothingHint: 'Coba kata yang lebih sedikit atau sebutan lain. Pencarian ini bekerja juga tanpa sambungan.',
  none: 'Belum ada artikel di PC ini.',
  noneHint: 'Kantor pusat menerbitkan artikel dan pemberitahuan; keduanya tiba bersama sinkronisasi.',
  notice: { outage: 'Gangguan', promotion: 'Promo' } satisfies Record<(typeof noticeKinds)[number], string>,
  pinned: 'Disematkan',
  steps: 'Langkah',
  edition: (edition: string, time: string) => `Edisi ${edition}, terbit ${time}`,
  until: (time: string) => `Berlaku sampai ${time}`,
  from: (time: string) => `Berlaku sejak ${time}`,
  retired: 'Artikel ini sudah ditarik kantor pusat. Jangan dipakai lagi.',
  missing: 'Artikel ini tidak ada di PC ini.',
  now: 'Sedang berlaku',
  read: (title: string) => `Baca: ${title}`,
}
