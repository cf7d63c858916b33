/** What staff write into threads and contacts besides the story itself. */
export const noteLines = [
  'Pelanggan dihubungi, tidak diangkat. Dicoba lagi besok.',
  'Sudah dicek di sistem, transaksi tercatat berhasil.',
  'Diminta bukti pembayaran, pelanggan akan mengirim foto struk.',
  'Bukti diterima dan dilampirkan.',
  'Tim jaringan menyebut perbaikan pemancar di {district} selesai {day}.',
  'Pelanggan menelepon lagi menanyakan kabar.',
  'Dijanjikan kabar sebelum {day}.',
  'Sinyal sudah diuji ulang di lokasi, -95 dBm.',
  'Kompensasi {amount} diajukan, menunggu persetujuan.',
  'Pelanggan minta dihubungi setelah pukul {time}.',
] as const

export const moveLines = {
  open: ['Diterima.', 'Ditinjau, data lengkap.'],
  in_progress: ['Mulai dikerjakan.', 'Jawaban diterima, dilanjutkan.', 'Diperiksa bersama tim terkait.'],
  pending_customer: ['Menunggu bukti bayar dari pelanggan.', 'Menunggu pelanggan datang membawa KTP.'],
  pending_department: [
    'Diteruskan ke bagian terkait.',
    'Menunggu jawaban tim jaringan.',
    'Menunggu koreksi dari bagian tagihan.',
  ],
  on_hold: ['Ditunda sampai gangguan massal selesai.'],
  resolved: [
    'Selesai, pelanggan sudah diberi tahu.',
    'Sudah normal menurut pelanggan.',
    'Dikembalikan {amount}.',
  ],
  closed: ['Tidak ada keluhan lanjutan.', 'Ditutup setelah konfirmasi.'],
  cancelled: ['Dibatalkan atas permintaan pelanggan.', 'Laporan ganda, lihat tiket sebelumnya.'],
  rejected: ['Bukan layanan kami.', 'Data tidak dapat dibuktikan.'],
} as const

export const contactLines = [
  'Dijelaskan, pelanggan mengerti.',
  'Diminta memulai ulang HP, sudah normal.',
  'Pelanggan akan datang lagi membawa KTP.',
  'Dipandu lewat aplikasi sampai selesai.',
  'Pelanggan puas.',
  'Paket {quota} ditawarkan, masih dipertimbangkan.',
  'Dicek: gangguan massal di {district}, sudah diketahui tim jaringan.',
  'Pelanggan minta dihubungi {day}.',
  'Saldo dan masa aktif disampaikan.',
] as const

export const pinnedLines = [
  'Pemilik toko pulsa, sering datang mewakili pelanggan lain.',
  'Lebih suka dihubungi lewat WhatsApp setelah pukul 17.00.',
  'Pendengaran kurang baik, bicara pelan.',
  'Pelanggan sejak lama, pernah dijanjikan kompensasi. Tangani langsung.',
  'Jangan menawarkan paket lewat telepon.',
  'Kontak resmi perusahaan: bagian keuangan.',
  'Selalu minta struk tercetak.',
  'Kursi roda, dahulukan di loket.',
] as const

export const interestLines = [
  'Streaming',
  'Gim daring',
  'Usaha rumahan',
  'Sepak bola',
  'Belajar daring',
  'Perjalanan',
  'Kuota besar',
] as const
