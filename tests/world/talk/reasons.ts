import type { Ticket } from '#domain/ticket/ticket.ts'

/** Why people come or call, and what they say. `{…}` are filled by `fill.ts`. */
export interface Reason {
  readonly code: string
  readonly label: { readonly id: string; readonly en: string }
  readonly ticketType: Ticket['type']
  readonly department: Ticket['department']
  /** How often, against the others. */
  readonly weight: number
  readonly talks: readonly (readonly [subject: string, story: string])[]
}

/** `code | Indonesian | English | ticket type | department | weight`, then subjects (-) and the stories (>) that belong to them. */
const table = `
KUOTA-TIDAK-MASUK | Kuota tidak masuk | Data quota not received | complaint | care | 14
- Kuota {quota} tidak masuk
- Sudah bayar, kuota belum masuk
- Kuota hilang setelah perpanjangan
> Pelanggan membeli paket {quota} lewat aplikasi {day} seharga {amount}; pulsa terpotong tetapi kuota tidak masuk sampai sekarang.
> Pembelian paket {quota} di konter {district} berhasil menurut SMS, namun sisa kuota di *123# tetap nol.
> Kuota {quota} hilang {day} malam setelah paket diperpanjang otomatis. Pelanggan minta kuota dikembalikan.

SINYAL-HILANG | Sinyal hilang atau lemah | No or weak signal | incident | network | 12
- Sinyal hilang di {district}
- Sinyal 4G lemah di {district}
- Telepon putus-putus di {district}
> Sinyal hilang di {district} sejak {day} pukul {time}; tetangga mengalami hal yang sama. Sudah dicoba mode pesawat dan ganti HP.
> Di rumah ({district}) hanya muncul 2G, internet tidak jalan. Sebelum {day} masih normal.
> Panggilan selalu putus setelah sekitar satu menit di daerah {district}.

PULSA-TERPOTONG | Pulsa terpotong | Credit deducted | complaint | billing | 11
- Pulsa terpotong {amount} tanpa sebab
- Pulsa tersedot konten berlangganan
- Pulsa habis sesudah isi ulang
> Pulsa berkurang {amount} pada {day} pukul {time} padahal tidak ada pemakaian. Pelanggan minta rincian dan pengembalian.
> Setiap pagi pulsa terpotong {amount}; pelanggan tidak merasa mendaftar layanan apa pun.
> Isi ulang {amount} di {district}, lima menit kemudian pulsa habis.

TAGIHAN-GANDA | Tagihan ganda | Billed twice | complaint | billing | 6
- Tagihan {month} muncul dua kali
- Kartu kredit terdebit dua kali {amount}
> Tagihan {month} sebesar {amount} dibayar {day} lewat bank, hari ini ditagih lagi dengan jumlah yang sama. Bukti bayar ditunjukkan.
> Kartu kredit terdebit dua kali masing-masing {amount} untuk tagihan {month}.

TAGIHAN-TINGGI | Tagihan lebih tinggi | Bill higher than expected | complaint | billing | 6
- Tagihan {month} naik menjadi {amount}
- Roaming {amount} di tagihan {month}
> Tagihan {month} menjadi {amount}, biasanya tidak sampai separuhnya. Pelanggan minta rincian pemakaian data di luar paket.
> Pelanggan merasa tidak memakai roaming, tetapi tagihan {month} memuat roaming {amount}.

KARTU-RUSAK | Kartu rusak | SIM card faulty | request | service | 7
- Ganti kartu rusak
- Kartu tidak terbaca
> Kartu tidak terbaca di HP mana pun sejak {day}. Pelanggan minta ganti kartu dengan nomor yang sama.
> Kartu patah sewaktu dipindah ke HP baru. KTP asli dibawa.

KARTU-HILANG | Kartu atau HP hilang | SIM or phone lost | request | fraud | 6
- HP hilang, minta blokir nomor
- Kartu hilang, minta ganti
> HP hilang di {district} {day} sekitar pukul {time}. Pelanggan minta nomor diblokir segera dan kartu pengganti setelah identitas diperiksa.
> Dompet beserta kartu cadangan hilang; khawatir disalahgunakan untuk OTP.

ROAMING | Roaming | Roaming | request | service | 4
- Paket roaming tidak aktif di {country}
- Aktivasi roaming {country}
> Berangkat ke {country} {day}, paket roaming {amount} sudah dibeli tetapi data tidak jalan di sana.
> Minta penjelasan tarif dan aktivasi roaming untuk {country} selama {days} hari.

RUMAH-LAMBAT | Internet rumah lambat | Home internet slow | incident | network | 8
- Internet rumah lambat di {district}
- Internet rumah mati sejak {day}
> Internet rumah di {district} hanya {mbps} Mbps dari {speed} Mbps sejak {day}, terutama setelah pukul {time}.
> Lampu LOS modem merah sejak {day} pukul {time}. Modem sudah dinyalakan ulang dua kali.

PASANG-RUMAH | Pasang internet rumah | Home internet installation | order_followup | shipment | 4
- Teknisi belum datang ke {district}
- Jadwal pemasangan {day}
> Pemasangan dijanjikan {day} pukul {time}, teknisi tidak datang dan tidak ada kabar.
> Pelanggan di {district} minta jadwal pemasangan dipindah ke hari Sabtu.

ESIM | eSIM | eSIM | request | service | 4
- Pindah ke eSIM gagal
- Ingin pindah ke eSIM
> Kode QR eSIM ditolak dengan pesan "profil sudah dipakai" setelah ganti HP {day}.
> Pelanggan ingin pindah dari kartu fisik ke eSIM, HP sudah mendukung.

REGISTRASI | Registrasi kartu | SIM registration | request | service | 6
- Registrasi gagal terus
- NIK sudah dipakai nomor lain
> Registrasi lewat 4444 gagal sejak {day}; jawaban "data tidak sesuai". KTP dan KK dibawa untuk diperiksa.
> Identitas pelanggan ternyata dipakai {days} nomor yang tidak dikenal; minta nomor itu dilepas.

PAKET-TIDAK-AKTIF | Paket tidak aktif | Package not active | complaint | care | 9
- Paket {quota} tidak aktif
- Paket nelpon tidak berlaku
> Paket {quota} dibeli {day}, status di aplikasi "diproses" sampai sekarang.
> Paket nelpon sesama tidak berlaku, panggilan memotong pulsa {amount}.

INTERNET-LAMBAT | Internet HP lambat | Mobile data slow | incident | network | 8
- Internet lambat di {district} setiap malam
- Kuota masih ada, internet mati
> Internet lambat di {district} setiap malam mulai pukul {time}; tes kecepatan {mbps} Mbps.
> Kuota masih {quota} tetapi tidak bisa membuka apa pun sejak {day}.

MASA-TENGGANG | Masa tenggang | Grace period | information | care | 5
- Nomor masuk masa tenggang
- Isi ulang tidak memperpanjang masa aktif
> Nomor masuk masa tenggang {day}; pelanggan takut nomor hangus karena dipakai untuk bank.
> Isi ulang {amount} tidak memperpanjang masa aktif.

ISI-ULANG | Isi ulang gagal | Top-up failed | complaint | sales | 6
- Isi ulang {amount} belum masuk
- Salah nomor isi ulang
> Isi ulang {amount} lewat toko di {district} {day} belum masuk, struk ada.
> Pulsa {amount} terkirim ke nomor yang salah satu angka.

GANTI-PAKET | Ganti paket | Change of plan | request | sales | 5
- Pindah ke paket yang lebih murah
- Pindah prabayar ke pascabayar
> Pelanggan ingin pindah ke paket sekitar {amount} per bulan mulai {month}.
> Ingin menjadi pascabayar dengan nomor yang sama.

BERHENTI | Berhenti berlangganan | Cancellation | request | marketing | 3
- Minta berhenti mulai {month}
- Berhenti internet rumah
> Pelanggan pindah kota dan ingin berhenti mulai {month}. Ditawari pemindahan layanan, masih dipikirkan.
> Tidak puas dengan kecepatan {mbps} Mbps, minta berhenti tanpa denda.

SMS-PENIPUAN | Penipuan | Fraud | complaint | fraud | 4
- SMS undian palsu
- Ditelepon orang mengaku petugas
> Menerima SMS undian {day} pukul {time} dari nomor tak dikenal dan sudah mengirim {amount}. Minta nomor diblokir.
> Orang mengaku petugas meminta kode OTP; pelanggan tidak memberikan.

SMS-IKLAN | SMS iklan | Advertising messages | request | marketing | 3
- Minta berhenti dikirimi iklan
- SMS iklan tengah malam
> Pelanggan menerima iklan {days} kali sehari, minta dihentikan seluruhnya.
> SMS iklan masuk pukul {time} dan mengganggu.

POIN | Poin dan hadiah | Points and rewards | complaint | marketing | 2
- Poin hangus
- Hadiah belum diterima
> Poin hangus {day} tanpa pemberitahuan.
> Penukaran poin dengan voucer {amount} berhasil tetapi kode tidak dikirim.

UBAH-DATA | Ubah data pelanggan | Change of personal data | data_subject_request | service | 3
- Ganti nama pemilik nomor
- Ubah alamat tagihan
> Nomor atas nama orang tua yang sudah meninggal, minta dialihkan. Surat keterangan dibawa.
> Alamat tagihan pindah ke {district}.

INFO-PAKET | Tanya paket | Asking about packages | information | sales | 9
- Tanya paket {quota}
- Tanya paket keluarga
> Pelanggan membandingkan paket {quota} dengan paket sekarang; minta dihubungi {day}.
> Tanya paket keluarga untuk empat nomor dengan anggaran {amount} per bulan.

VVIP-LAYANAN | Layanan khusus | Account service | request | quality | 2
- Permintaan nomor cantik
- Keluhan pelayanan di loket
> Perusahaan minta {days} nomor berurutan untuk karyawan baru sebelum {month}.
> Pelanggan menunggu lebih dari satu jam di loket {day} dan minta penjelasan tertulis.

LAINNYA | Lainnya | Something else | information | care | 4
- Alamat dan jam buka loket
- Pertanyaan umum
> Tanya jam buka loket pada hari libur dan syarat perwakilan.
> Tanya cara memakai aplikasi di HP lama.
`

export const reasons: readonly Reason[] = table.split('\n\n').map((block) => {
  const [head = '', ...lines] = block.trim().split('\n')
  const [code = '', id = '', en = '', ticketType, department, weight] = head.split(' | ')
  const starting = (mark: string) =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length))
  return {
    code,
    label: { id, en },
    // The table above is the only source of these words, and a test checks every record.
    ticketType: ticketType as Ticket['type'],
    department: department as Ticket['department'],
    weight: Number(weight),
    talks: starting('- ').map((subject, index) => [subject, starting('> ')[index] ?? ''] as const),
  }
})
