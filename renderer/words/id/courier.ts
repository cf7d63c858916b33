/** Files between this desk and headquarters, for a centre without a line. */
export const courier = {
  title: 'Kurir',
  text: 'Tanpa sambungan, pekerjaan dapat dibawa ke pusat sebagai berkas tersandi.',
  export: 'Ekspor pekerjaan',
  import: 'Impor jawaban',
  last: (what: string) => `Terakhir: ${what}.`,
  exported: (count: string, when: string) => `${count} pekerjaan, ${when}`,
  stays: 'Tetap tersimpan di PC ini sampai jawabannya diimpor.',
  imported: (answered: string, changes: string, when: string) =>
    `${answered} pekerjaan dijawab, ${changes} data masuk, ${when}`,
  agreed: (when: string) => `Isi PC ini cocok dengan pusat per ${when}.`,
  overtaken: 'Sambungan sudah membawa data yang lebih baru; dari berkas hanya jawabannya yang diambil.',
  differs: 'Isi PC ini belum cocok dengan pusat. Ekspor lagi; pusat akan mengirim semuanya.',
}
