/** How tickets end. */
export const resolutions = [
  { code: 'SELESAI-SISTEM', label: { id: 'Diperbaiki di sistem', en: 'Fixed in the system' } },
  { code: 'SELESAI-JARINGAN', label: { id: 'Jaringan diperbaiki', en: 'Network repaired' } },
  { code: 'KUOTA-DIKEMBALIKAN', label: { id: 'Kuota dikembalikan', en: 'Quota given back' } },
  { code: 'PULSA-DIKEMBALIKAN', label: { id: 'Pulsa dikembalikan', en: 'Credit refunded' } },
  { code: 'TAGIHAN-DIKOREKSI', label: { id: 'Tagihan dikoreksi', en: 'Bill corrected' } },
  { code: 'KARTU-DIGANTI', label: { id: 'Kartu diganti', en: 'SIM card replaced' } },
  { code: 'PENJELASAN', label: { id: 'Penjelasan diterima pelanggan', en: 'Explained to the customer' } },
  { code: 'TEKNISI', label: { id: 'Teknisi berkunjung', en: 'Technician visited' } },
  { code: 'TIDAK-TERULANG', label: { id: 'Tidak terulang lagi', en: 'Did not happen again' } },
  { code: 'BUKAN-KAMI', label: { id: 'Di luar layanan kami', en: 'Outside our service' } },
] as const
