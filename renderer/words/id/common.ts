/** Words that many screens say alike. */
export const common = {
  appName: 'Loket',
  save: 'Simpan',
  cancel: 'Batal',
  close: 'Tutup',
  back: 'Kembali',
  next: 'Lanjut',
  edit: 'Ubah',
  add: 'Tambah',
  remove: 'Hapus',
  search: 'Cari',
  open: 'Buka',
  retry: 'Coba lagi',
  undo: 'Urungkan',
  copy: 'Salin',
  copied: 'Tersalin',
  confirm: 'Setuju',
  more: 'Lainnya',
  all: 'Semua',
  none: 'Tidak ada',
  yes: 'Ya',
  no: 'Tidak',
  optional: 'opsional',
  required: 'Wajib diisi',
  unknown: 'Tidak diketahui',
  loading: 'Memuat…',
  now: 'baru saja',
  today: 'Hari ini',
  asOf: (when: string) => `per ${when}`,
  /** A list that shows only its first rows. */
  shown: (shown: string, total: string) => `${shown} dari ${total}`,
  /** What a record's chip says. */
  recordStates: {
    saved_here: 'Tersimpan di PC ini',
    at_headquarters: 'Di pusat',
    attention: 'Perlu keputusan',
  },
  recordStateHints: {
    saved_here: 'Sudah aman di PC ini dan akan dikirim ke pusat begitu tersambung.',
    at_headquarters: 'Pusat sudah menerima dan menyimpannya.',
    attention: 'Pusat memerlukan keputusan seseorang. Buka Sinkronisasi untuk melihatnya.',
  },
  openElsewhereTitle: 'Loket sudah terbuka',
  openElsewhere:
    'Konsol sudah terbuka di tab lain peramban ini. Lanjutkan di sana, atau tutup tab itu lalu coba lagi.',
  notOpenedTitle: 'Data di PC ini belum terbuka',
  notOpened:
    'Tutup jendela Loket yang lain, lalu coba lagi. Pekerjaan yang belum terkirim tetap aman di PC ini.',
  notOpenedFullTitle: 'Disk PC ini penuh',
  notOpenedFull: 'Kosongkan ruang disk, lalu coba lagi.',
  notOpenedUnsent: (count: string) =>
    `${count} pekerjaan yang belum terkirim aman dalam jurnal di PC ini dan dikirim setelah Loket terbuka.`,
  fault: {
    title: 'Bagian ini tidak dapat ditampilkan',
    text: 'Pekerjaan yang sudah disimpan tetap aman. Buka kembali bagian ini; bagian lain dapat terus dipakai.',
  },
}
