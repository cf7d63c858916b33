import type { Reference } from '#domain/reference/reference.ts'

/**
 * What the made-up headquarters knows. `# code | reasons | tags`, with a `!` before the code where it is pinned; then the title
 * (=), the text (-) and the steps (1), each in Indonesian and in English.
 */
const table = `
# !KUOTA-TIDAK-MASUK | KUOTA-TIDAK-MASUK PAKET-TIDAK-AKTIF | kuota, paket, *123#, pulsa terpotong
= Kuota belum masuk setelah membeli paket | Quota missing after buying a package
- Kuota biasanya masuk dalam 15 menit. Pembelian lewat konter dapat tertunda sampai 2 jam bila sambungan ke mitra terganggu. | Quota usually arrives within 15 minutes. A purchase at a shop may take up to 2 hours when the line to the partner is disturbed.
1 Tanyakan kapan dan di mana paket dibeli, lalu cocokkan dengan SMS bukti. | Ask when and where it was bought, and compare with the text message.
1 Minta pelanggan menekan *123# dan bacakan sisa kuota. | Ask the customer to dial *123# and read out the quota.
1 Belum dua jam: minta menunggu dan catat nomornya. | Less than two hours: ask for patience and note the number.
1 Lebih dari dua jam: buat tiket keluhan untuk Layanan pelanggan; lampirkan waktu dan nilai pembelian. | More than two hours: open a complaint for Customer care with time and amount.

# SINYAL-HILANG | SINYAL-HILANG INTERNET-LAMBAT | sinyal, jaringan, 4G, mode pesawat
= Sinyal hilang atau lemah | No signal or a weak one
- Bedakan gangguan wilayah dari masalah perangkat: tanyakan apakah orang lain di tempat yang sama juga mengalaminya. | Tell an outage from a fault of the phone: ask whether others at the same place have it too.
1 Lihat dahulu pemberitahuan gangguan di layar ini. | Look at the outage notices on this screen first.
1 Minta pelanggan menyalakan dan mematikan mode pesawat. | Ask the customer to switch flight mode on and off.
1 Coba kartu di ponsel lain. | Try the card in another phone.
1 Tetap hilang di beberapa ponsel: buat tiket Jaringan dengan alamat dan jamnya. | Still nothing in several phones: open a ticket for Network with place and time.

# PULSA-TERPOTONG | PULSA-TERPOTONG | pulsa, langganan konten, *123*4#
= Pulsa terpotong tanpa pemakaian | Credit deducted without use
- Sebagian besar karena layanan konten atau data di luar paket. Pengembalian hanya boleh dijanjikan setelah rinciannya dilihat. | Mostly a content service or data beyond a package. Promise a refund only after the details were seen.
1 Lihat langganan konten lewat *123*4#, dan hentikan bila pelanggan meminta. | See content subscriptions with *123*4#, and stop them if the customer asks.
1 Tanyakan apakah data seluler menyala saat kuota habis. | Ask whether mobile data was on when the quota ended.
1 Masih tidak jelas: buat tiket Penagihan; rinciannya selesai paling lama tiga hari. | Still unclear: open a ticket for Billing; the details take three days at most.

# TAGIHAN-GANDA | TAGIHAN-GANDA | tagihan, pascabayar, bukti bayar
= Tagihan muncul dua kali | Billed twice
- Pembayaran lewat bank dapat terbaca keesokan harinya. Jangan minta pelanggan membayar lagi. | A payment through a bank may show up the next day. Never ask the customer to pay again.
1 Minta bukti bayar dan cocokkan tanggal serta nilainya. | Ask for the proof of payment and compare date and amount.
1 Belum 24 jam: jelaskan bahwa pembayaran sedang dibukukan. | Less than 24 hours: explain that it is being booked.
1 Lebih dari 24 jam: buat tiket Penagihan dengan nomor referensi bank. | More than 24 hours: open a ticket for Billing with the bank’s reference.

# TAGIHAN-TINGGI | TAGIHAN-TINGGI ROAMING | tagihan, rincian, data di luar paket
= Tagihan lebih tinggi daripada biasanya | A bill higher than usual
- Penyebab tersering: data di luar paket, roaming, dan biaya tanggal pasang yang tidak penuh. | The usual causes: data beyond the plan, roaming, and a first month that was not whole.
1 Bandingkan dengan tagihan dua bulan sebelumnya. | Compare with the two bills before it.
1 Jelaskan batas Rp200.000 untuk data di luar paket. | Explain the limit of Rp200,000 for data beyond a plan.
1 Pelanggan tidak setuju: buat tiket Penagihan dan tunda penagihan bagian itu. | The customer disagrees: open a ticket for Billing and hold that part.

# !GANTI-SIM | KARTU-RUSAK KARTU-HILANG | ganti kartu, SIM, KTP, wajah, Dukcapil
= Ganti kartu SIM: yang boleh dan yang belum | Swapping a SIM card: what may be done and what may not
- Sejak 2026 kartu pengganti baru aktif setelah wajah pemilik dicocokkan dengan Dukcapil oleh pusat. Di loket tanpa sambungan permintaannya dicatat; kartunya belum aktif. Wajah tidak difoto dan NIK tidak ditulis di catatan. | Since 2026 a replacement is active only after headquarters matched the owner’s face with the registry. At a counter without a line the wish is written down; the card is not active. No picture of a face is taken and no NIK written into a note.
1 Lihat KTP asli; nama harus sama dengan pemilik nomor. | See the original identity card; the name must be the owner’s.
1 Catat pesanan Ganti kartu SIM (Alt+O) dan centang yang sudah diperiksa. | Take the order SIM card swap (Alt+O) and tick what was checked.
1 Cetak slip: di situ tertulis "belum aktif, menunggu verifikasi". | Print the slip: it says “not active yet, waiting for verification”.
1 Nomor dipakai orang lain tanpa izin: blokir lewat tiket Antipenipuan. | The number is used by somebody else: block it with a ticket for Fraud.

# KARTU-HILANG | KARTU-HILANG | hilang, blokir, OTP
= Ponsel atau kartu hilang | A lost phone or card
- Yang paling mendesak ialah memblokir nomor, karena kode OTP bank dikirim ke sana. | Blocking comes first: banks send their codes to that number.
1 Verifikasi pemilik dengan KTP atau dua pertanyaan keamanan. | Verify the owner by identity card or two security questions.
1 Buat tiket Antipenipuan prioritas P1 berjudul "Blokir nomor". | Open a ticket for Fraud, priority P1, “Block the number”.
1 Sarankan pelanggan segera menghubungi banknya. | Advise the customer to call the bank at once.
1 Lanjutkan dengan Ganti kartu SIM. | Go on with the SIM card swap.

# REGISTRASI-PRABAYAR | REGISTRASI | registrasi, NIK, KK, tiga nomor, biometrik
= Registrasi kartu prabayar | Registering a prepaid card
- Satu identitas boleh memiliki paling banyak tiga nomor prabayar. Kartu perdana dijual dalam keadaan tidak aktif. | One identity may hold three prepaid numbers at most. Starter cards are sold inactive.
1 Lihat KTP asli dan jelaskan bahwa wajah dicocokkan oleh Dukcapil. | See the original card and explain that the registry matches the face.
1 Tanpa sambungan: catat pesanan Nomor baru; jangan menjanjikan jam aktifnya. | Without a line: take the order New number; never promise when it will be active.
1 Ditolak karena sudah tiga nomor: tawarkan pelepasan nomor lama. | Rejected as there are three numbers: offer to release an old one.

# ESIM-PINDAH | ESIM | eSIM, QR, pindah ponsel
= Pindah ke eSIM atau pindah ponsel | Moving to eSIM or to another phone
- Kode QR eSIM hanya berlaku sekali dan tidak boleh dikirim lewat obrolan. | The QR code of an eSIM works once and is never sent by chat.
1 Pastikan ponsel mendukung eSIM (*#06# menampilkan EID). | Make sure that the phone takes eSIM (*#06# shows an EID).
1 Catat pesanan Ganti kartu SIM dan tulis "eSIM" di catatan. | Take the order SIM card swap and write “eSIM” into the note.
1 Setelah disetujui pusat, kode QR dicetak di loket. | After headquarters’ yes the code is printed at the counter.

# ROAMING-SIAP | ROAMING | roaming, luar negeri, haji, umrah
= Menyiapkan roaming sebelum berangkat | Roaming, before the journey
- Roaming prabayar butuh paket; tanpa paket data tidak jalan supaya pulsa tidak habis. | Prepaid roaming needs a package; without one no data flow, so that no credit is lost.
1 Tanyakan negara dan lamanya. | Ask for country and days.
1 Bandingkan paket roaming di Katalog, lalu catat pesanan Penawaran baru. | Compare roaming packages in the catalogue, then take the order New offering.
1 Ingatkan untuk menyalakan data roaming di ponsel setelah mendarat. | Remind to switch data roaming on after landing.

# RUMAH-LAMBAT | RUMAH-LAMBAT | internet rumah, modem, LOS, wifi
= Internet rumah lambat atau mati | Home internet slow or down
- Lampu LOS merah berarti serat putus: tidak ada gunanya menyalakan ulang modem berkali-kali. | A red LOS light means a cut fibre: restarting the modem again and again does not help.
1 Tanyakan warna lampu LOS dan sejak kapan. | Ask for the colour of the LOS light and since when.
1 LOS hijau: matikan modem satu menit, uji dengan kabel. | LOS green: modem off for a minute, test by cable.
1 LOS merah atau tetap lambat: catat Kunjungan perbaikan (Alt+O) dengan hari dan waktunya. | LOS red or still slow: take a Repair visit (Alt+O) with day and time.

# PASANG-RUMAH | PASANG-RUMAH | teknisi, jadwal, pemasangan
= Teknisi pemasangan belum datang | The installer has not come
- Teknisi wajib menelepon paling lambat satu jam sebelum waktunya. | Installers have to call an hour before at the latest.
1 Minta maaf dan tanyakan apakah ada panggilan tidak terjawab. | Apologise and ask for missed calls.
1 Buat tiket Pengiriman dengan alamat dan jadwal lama. | Open a ticket for Shipment with address and the old time.
1 Tawarkan pagi atau siang; waktunya baru pasti setelah dikonfirmasi pusat. | Offer morning or afternoon; the time is certain once headquarters confirms.

# MASA-TENGGANG | MASA-TENGGANG | masa aktif, hangus, isi ulang
= Masa aktif dan masa tenggang | Active time and grace period
- Selama masa tenggang (30 hari) nomor masih dapat diselamatkan dengan isi ulang. Sesudahnya nomor hangus dan tidak dapat dikembalikan. | In the grace period (30 days) a top-up still saves the number. Afterwards it is gone and cannot be brought back.
1 Lihat tanggal akhir masa tenggang di baris langganan. | See the end of the grace period on the line.
1 Isi ulang berapa pun memperpanjang masa aktif. | Any top-up extends it.
1 Sudah hangus: tawarkan nomor baru, jangan menjanjikan nomor lama. | Gone: offer a new number, never promise the old one.

# ISI-ULANG-GAGAL | ISI-ULANG | isi ulang, bank, dompet digital
= Isi ulang gagal tetapi saldo terpotong | Top-up failed but money was taken
- Bank dan dompet digital mengembalikan dana sendiri paling lama satu hari kerja. | Banks and wallets give the money back within a working day.
1 Minta nomor referensi dan jam transaksi. | Ask for reference and time.
1 Satu hari kerja sudah lewat: buat tiket Penagihan dengan keduanya. | A working day has passed: open a ticket for Billing with both.

# PENIPUAN | SMS-PENIPUAN SMS-IKLAN | penipuan, OTP, tautan, undian
= Pelanggan menerima penipuan | A customer is being defrauded
- Kami tidak pernah meminta OTP, PIN, atau transfer. Katakan ini dengan tenang; pelanggan tidak bersalah. | We never ask for codes, PINs or transfers. Say so calmly; it is not the customer’s fault.
1 Sarankan tidak membuka tautan dan tidak membalas. | Advise not to open links and not to answer.
1 Sudah memberi kode: minta menghubungi bank sekarang juga, lalu buat tiket Antipenipuan P1. | A code was given away: call the bank now, then a ticket for Fraud, P1.
1 Catat nomor penipunya di tiket. | Write the other number into the ticket.

# DATA-PRIBADI | UBAH-DATA | data pribadi, UU PDP, hak, nama
= Permintaan atas data pribadi | Requests about personal data
- Pelanggan berhak melihat, membetulkan, dan meminta penghapusan datanya. Jawaban pertama paling lama 3 x 24 jam. | Customers may see, correct and ask for erasure of their data. The first answer is due within 72 hours.
1 Verifikasi identitas dengan KTP. | Verify by identity card.
1 Buat tiket jenis Permintaan data pribadi untuk Layanan pelanggan. | Open a ticket of the type Personal data request for Customer care.
1 Jangan memperlihatkan data orang lain di layar. | Never show anybody else’s data on the screen.
`

/** `kind | code | from, until in days from now | reasons | regions`, then as above. */
const noticeTable = `
# outage | GANGGUAN-SULTRA | -0.2, 1.5 | SINYAL-HILANG INTERNET-LAMBAT RUMAH-LAMBAT | Sulawesi
= Serat optik putus di Sulawesi | Fibre cut in Sulawesi
- Serat optik putus di jalur Kolaka–Kendari. Data lambat, telepon tetap jalan. Perbaikan berlangsung; perkiraan selesai tertulis di atas. | The fibre between Kolaka and Kendari is cut. Data are slow, calls work. It is being repaired; the time stands above.
1 Sampaikan perkiraan selesainya dan minta maaf; tidak perlu membuat tiket baru untuk tiap pelanggan. | Tell the expected time and apologise; no ticket for each customer is needed.

# promotion | PROMO-AKHIR-TAHUN | -5, 30 | INFO-PAKET GANTI-PAKET |
= Bonus 5 GB untuk Xtra Combo | 5 GB bonus with Xtra Combo
- Setiap pembelian Xtra Combo 20 GB dan 35 GB mendapat bonus 5 GB yang berlaku 7 hari. Berlaku untuk prabayar. | Each Xtra Combo 20 GB and 35 GB brings 5 GB for 7 days. For prepaid.
1 Jelaskan bahwa bonus masuk dalam 24 jam. | Explain that the bonus comes within 24 hours.

# promotion | PROMO-RUMAH | -10, 20 | PASANG-RUMAH INFO-PAKET |
= Pemasangan internet rumah gratis | Free installation of home internet
- Biaya pemasangan Rp350.000 dibebaskan untuk langganan baru Rumah 50 Mbps dan 100 Mbps, dengan masa langganan 12 bulan. | The fee of Rp350,000 is waived for new Home 50 and 100 Mbps, for twelve months at least.
`

const dayMs = 86_400_000
const wordsIn = (text: string, by: RegExp) =>
  text
    .split(by)
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** Articles and notices as headquarters publishes them. */
export function makeArticles(now: number, publishedBy: string): Reference[] {
  const publishedAt = now - 12 * dayMs
  const common = { rev: 1, active: true, edition: 1, publishedAt, publishedBy, centreIds: [] }
  const articles = blocksOf(table).map(
    ({ head: [name = '', reasons = '', tags = ''], ...rest }): Reference => {
      const code = name.replace('!', '')
      return {
        ...common,
        ...rest,
        id: `article:${code}`,
        kind: 'article',
        code,
        pinned: name.startsWith('!'),
        reasonCodes: wordsIn(reasons, / /),
        tags: wordsIn(tags, /,/),
        regions: [],
      }
    },
  )
  const notices = blocksOf(noticeTable).map(({ head, ...rest }): Reference => {
    const [noticeKind, code = '', time = '', reasons = '', regions = ''] = head
    const [from = 0, until = 0] = time.split(',').map(Number)
    return {
      ...common,
      ...rest,
      id: `notice:${code}`,
      kind: 'notice',
      code,
      noticeKind: noticeKind === 'outage' ? 'outage' : 'promotion',
      validFrom: Math.round(now + from * dayMs),
      validTo: Math.round(now + until * dayMs),
      pinned: true,
      reasonCodes: wordsIn(reasons, / /),
      tags: [],
      regions: wordsIn(regions, /,/),
    }
  })
  return [...articles, ...notices]
}

interface Block {
  readonly head: readonly string[]
  readonly title: { id: string; en: string }
  readonly body: { id: string; en: string }
  readonly steps: { id: string; en: string }[]
}

function blocksOf(text: string): Block[] {
  return text
    .trim()
    .split(/\n\n/)
    .map((block) => {
      const lines = block.split('\n')
      const marked = (mark: string) =>
        lines.filter((line) => line.startsWith(`${mark} `)).map((line) => bothOf(line.slice(2)))
      const [title, body] = [marked('=')[0], marked('-')[0]]
      if (title === undefined || body === undefined) throw new Error(`no title or text in ${block}`)
      return {
        head: (lines[0] ?? '')
          .slice(2)
          .split('|')
          .map((each) => each.trim()),
        title,
        body,
        steps: marked('1'),
      }
    })
}

function bothOf(line: string): { id: string; en: string } {
  const [id = '', en = ''] = line.split(' | ')
  return { id: id.trim(), en: en.trim() }
}
