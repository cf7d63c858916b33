import type { RefusalCode } from '#domain/item/refusals.ts'

/** Why headquarters could not take work, and what helps. */
export interface Refusal {
  readonly why: string
  readonly todo: string
}

export const refusals = {
  unknown_step: {
    why: 'Pusat belum mengenal jenis pekerjaan ini.',
    todo: 'Tunda sampai pusat diperbarui, lalu kirim lagi. Isinya tetap tersimpan utuh.',
  },
  bad_operation: {
    why: 'Ada isian yang melewati batas, jadi pusat tidak dapat menerimanya.',
    todo: 'Perbaiki isian yang ditandai, lalu kirim.',
  },
  not_permitted: {
    why: 'Peran pembuatnya belum punya wewenang untuk pekerjaan ini.',
    todo: 'Penyelia dapat memeriksa dan mengirimnya atas nama sendiri.',
  },
  actor_foreign: {
    why: 'Pembuatnya tidak lagi terdaftar di pusat layanan ini.',
    todo: 'Rekan yang berwenang dapat memeriksa dan mengirimnya atas nama sendiri.',
  },
  device_foreign: {
    why: 'Pekerjaan ini dibuat di PC lain daripada PC yang mengirimnya.',
    todo: 'Periksa isinya. Bila benar, kirim lagi dari PC ini.',
  },
  code_foreign: {
    why: 'Kodenya dibuat di PC lain.',
    todo: 'Kirim lagi; PC ini memberi kode baru. Beri tahu pelanggan bila ia sudah menerima kode lama.',
  },
  id_taken: {
    why: 'Di pusat sudah ada data lain dengan pengenal yang sama.',
    todo: 'Buka data itu. Bila pekerjaannya memang lain, kirim lagi; PC ini memberi pengenal baru.',
  },
  unknown_record: {
    why: 'Pelanggan atau tiket yang dituju tidak ada di pusat layanan ini.',
    todo: 'Bila pendaftarannya juga menunggu keputusan, kirim pendaftaran itu lebih dahulu. Bila tidak, pilih data yang benar lalu kirim.',
  },
  resolution_missing: {
    why: 'Tiket hendak diselesaikan tanpa kode penyelesaian.',
    todo: 'Pilih kode penyelesaiannya, lalu kirim.',
  },
  identity_unverified: {
    why: 'Pelanggan terverifikasi perlu KTP yang dilihat, tetapi NIK-nya tidak ada.',
    todo: 'Ubah pendaftarannya menjadi sementara, lalu kirim. Verifikasi dapat menyusul.',
  },
  already_linked: {
    why: 'Salah satu data pelanggan ini sudah digabung dengan data lain.',
    todo: 'Buka pelanggannya dan lihat dengan siapa ia digabung. Penggabungan terluar diurungkan lebih dahulu.',
  },
  link_to_itself: {
    why: 'Kedua data pelanggan yang hendak digabung adalah data yang sama.',
    todo: 'Tidak ada yang perlu dikerjakan lagi.',
  },
  item_decided: {
    why: 'Orang lain sudah memutuskan hal ini lebih dahulu, dengan cara lain.',
    todo: 'Lihat keputusannya di daftar Diputuskan. Bila isinya masih perlu, ubah langsung pada datanya.',
  },
  release_exists: {
    why: 'Rilis katalog dengan versi ini sudah terbit.',
    todo: 'Terbitkan lagi dari Rilis katalog dengan nomor versi lain.',
  },
  release_invalid: {
    why: 'Rilis katalog belum memenuhi aturan.',
    todo: 'Perbaiki temuannya di Rilis katalog, lalu terbitkan lagi.',
  },
  edition_exists: {
    why: 'Edisi artikel ini sudah terbit dengan isi lain.',
    todo: 'Lihat edisi yang berlaku, lalu terbitkan perubahan sebagai edisi berikutnya.',
  },
  internal: {
    why: 'Pusat berkali-kali gagal memproses pekerjaan ini, lalu seseorang menyerahkannya kepada penyelia.',
    todo: 'Setelah pusat diperbaiki, kirim lagi. Isinya tidak akan diproses dua kali.',
  },
  too_many: {
    why: 'Tiket ini sudah memuat tugas atau tautan sebanyak yang dapat ditampung.',
    todo: 'Buka tiketnya. Bila perlu, buat tiket baru dan tautkan keduanya.',
  },
  already_reversed: {
    why: 'Loket lain sudah mengembalikan pembayaran ini, seluruhnya atau sebagian; sisanya tidak cukup.',
    todo: 'Tanyakan apakah uangnya diserahkan dua kali. Bila ya, catat selisihnya pada hitungan laci; lalu tandai hal ini sudah dicatat.',
  },
} satisfies Record<RefusalCode, Refusal>

/** For a reason that this console does not know yet. */
export const otherRefusal: Refusal = {
  why: 'Pusat tidak dapat menerima pekerjaan ini begitu saja.',
  todo: 'Periksa isinya. Serahkan kepada penyelia bila ragu.',
}
