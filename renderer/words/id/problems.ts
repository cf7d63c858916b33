import type { ProblemCode } from '#domain/problems.ts'

/** What a person reads when something was refused: what it means and what to do now. Nobody is blamed. */
export const problems = {
  bad_request:
    'Pusat belum dapat membaca permintaan ini. Perbarui konsol bila ada versi baru, lalu coba lagi.',
  bad_operation: 'Ada isian yang melewati batas. Periksa panjang teks dan nomor, lalu simpan lagi.',
  too_large: 'Isian ini terlalu besar untuk sekali kirim. Ringkas catatannya, lalu simpan lagi.',
  unknown_step: 'Pusat belum mengenal jenis pekerjaan ini. Pekerjaan tetap disimpan sampai pusat diperbarui.',
  sign_in_failed: 'Nama pengguna dan kata sandi tidak cocok. Coba lagi, atau minta penyelia mengatur ulang.',
  sign_in_slow_down: 'Sudah beberapa kali dicoba. Tunggu sebentar sebelum mencoba lagi.',
  pin_wrong: 'PIN-nya tidak cocok.',
  pin_gone: 'PIN tidak berlaku lagi. Buka kunci dengan kata sandi.',
  pin_easy: 'Pilih enam angka yang tidak mudah ditebak, bukan 111111 atau 123456.',
  session_expired: 'Sesi sudah berakhir. Masuk lagi; pekerjaan tetap tersimpan.',
  enrolment_code_invalid:
    'Kode tidak berlaku: mungkin sudah dipakai atau kedaluwarsa. Minta kode baru ke pusat.',
  device_unknown:
    'Pusat belum mengenal PC ini. Minta admin pusat mendaftarkannya kembali; pekerjaan tetap tersimpan.',
  device_revoked:
    'Pekerjaan ini datang dari PC yang pendaftarannya sudah dicabut, dan belum diterapkan. Periksa isinya; bila benar, catat ulang di sini.',
  not_permitted: 'Peran ini belum punya wewenang untuk itu. Minta bantuan penyelia.',
  actor_foreign: 'Petugas ini terdaftar di pusat layanan lain. Minta penyelia meneruskannya.',
  device_foreign: 'Pekerjaan ini berasal dari PC lain. Kirim dari PC asalnya.',
  code_foreign: 'Kode ini dibuat di PC lain. Simpan lagi agar mendapat kode baru.',
  id_taken: 'Data dengan kode ini sudah ada di pusat. Buka data itu dan lanjutkan di sana.',
  unknown_record: 'Data yang dituju belum ada di pusat. Sinkronkan dahulu, lalu coba lagi.',
  unknown_partition: 'Pusat belum menyiapkan data untuk PC ini. Hubungi admin pusat.',
  status_not_reachable:
    'Statusnya sudah berubah lebih dahulu. Catatan tetap masuk; pilih status berikutnya dari status sekarang.',
  resolution_missing: 'Pilih dahulu kode penyelesaian, lalu selesaikan tiketnya.',
  identity_unverified: 'Lihat dahulu KTP pelanggan, atau simpan sebagai pelanggan sementara.',
  field_changed_by_other: 'Orang lain mengubah isian yang sama. Bandingkan kedua nilai, lalu pilih satu.',
  already_linked: 'Pelanggan ini sudah digabung. Buka data gabungannya.',
  already_reversed:
    'Sisa pembayaran ini tidak sebanyak itu; sebagian atau seluruhnya sudah dikembalikan. Lihat buktinya di data pelanggan.',
  link_to_itself: 'Kedua data sama. Pilih pelanggan lain untuk digabung.',
  several_matches: 'Ada lebih dari satu pelanggan yang cocok. Pilih yang benar.',
  item_decided: 'Hal ini sudah diputuskan orang lain. Tidak ada lagi yang perlu dilakukan.',
  release_exists: 'Versi ini sudah terbit. Pakai nomor versi lain.',
  release_invalid: 'Rilis belum memenuhi aturan katalog. Perbaiki temuan yang ditandai.',
  edition_exists: 'Edisi ini sudah terbit dengan isi lain. Terbitkan sebagai edisi berikutnya.',
  history_changed: 'Pusat dipulihkan dari cadangan. PC ini sedang mengambil data lagi; pekerjaan tetap aman.',
  client_too_old: 'Konsol ini perlu diperbarui sebelum mengirim. Semua pekerjaan tetap tersimpan.',
  headquarters_too_old:
    'Pusat belum mengenal sebagian pekerjaan ini. Pekerjaan itu tetap tersimpan dan dikirim setelah pusat diperbarui; yang lain tetap berjalan.',
  overloaded: 'Pusat sedang sibuk. Pengiriman dicoba lagi otomatis.',
  database_unreachable: 'Basis data pusat belum menjawab. Pengiriman dicoba lagi otomatis.',
  too_much_to_carry:
    'Data pusat layanan ini lebih banyak daripada yang disepakati untuk satu PC. Hubungi admin pusat; pekerjaan tetap tersimpan.',
  not_found: 'Alamat ini tidak ada di pusat. Periksa alamat pusat di Pengaturan.',
  internal: 'Ada gangguan di pusat. Pekerjaan tetap tersimpan dan dikirim lagi otomatis.',
  not_saved:
    'Belum tersimpan: PC ini tidak dapat menyimpannya. Ketikan Anda masih ada. Periksa ruang disk, lalu coba lagi; bila tetap gagal, mulai ulang Loket.',
  disk_low:
    'Ruang penyimpanan PC ini hampir penuh. Pekerjaan tetap disimpan dan dikirim; data baru diambil setelah ada ruang.',
  unreachable: 'Pusat belum terhubung. Semua pekerjaan tetap tersimpan dan dikirim nanti.',
  courier_unreadable: 'Ini bukan berkas kurir Loket. Pilih berkas jawaban dari pusat.',
  courier_damaged: 'Berkas ini rusak atau terpotong. Salin lagi dari sumbernya, lalu impor kembali.',
  courier_newer: 'Berkas ini dibuat oleh versi yang lebih baru. Perbarui konsol ini, lalu impor lagi.',
  courier_forged: 'Tanda tangan berkas ini bukan milik pusat. Jangan dipakai; minta berkas baru ke pusat.',
  courier_wrong_way: 'Ini berkas pekerjaan untuk dibawa ke pusat. Pilih berkas jawaban dari pusat.',
  courier_other_desk: 'Berkas ini untuk PC lain. Impor di PC itu, atau minta pusat membuatkan untuk PC ini.',
  courier_other_headquarters:
    'Berkas ini bukan dari pusat tempat PC ini terdaftar. Minta berkas dari pusat yang benar.',
  courier_old: 'Data di PC ini sudah mendahului berkas ini. Ekspor lagi, lalu impor jawaban yang baru.',
  courier_gap:
    'Ada data sebelum berkas ini yang belum masuk ke PC ini. Ekspor lagi, lalu impor jawaban yang baru.',
  courier_filled: 'Berkas ini untuk mengisi PC yang masih kosong. Ekspor dari PC ini, lalu impor jawabannya.',
  courier_no_keys: 'PC ini dan pusat belum bertukar kunci kurir. Sambungkan PC ini ke pusat satu kali.',
  task_open: 'Tiket masih menunggu tugas departemen. Tunggu jawabannya, lalu selesaikan tiketnya.',
  task_finished: 'Tugas ini sudah dijawab lebih dahulu. Catatan Anda tetap masuk ke riwayat tiket.',
  ticket_done: 'Tiket ini sudah selesai. Buka kembali tiketnya bila departemen masih perlu bekerja.',
  too_many: 'Tiket ini sudah memuat tugas atau tautan sebanyak yang dapat ditampung. Buat tiket baru.',
  courier_cut: 'Belum semua isi berkas dapat disimpan di PC ini. Impor lagi berkas yang sama.',
} satisfies Record<ProblemCode, string>
