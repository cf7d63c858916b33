/** What headquarters writes for all counters: releases, articles, services. */
export const maintain = {
  publishAsk: (title: string) => `“${title}” sampai di semua pusat layanan pada hubungan berikutnya.`,
  publishDo: 'Terbitkan',
  published: 'Sudah terbit',
  kept: 'Tersimpan di PC ini sampai diterbitkan.',
  needsLine: 'Menerbitkan dan menarik perlu sambungan ke pusat. Tulisan Anda tetap tersimpan di PC ini.',
  discard: 'Buang perubahan',
  everywhere: 'Di semua tempat',
  centreIds: 'Pusat layanan',
  regions: 'Wilayah',
}
