import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'

type Line = OfferingDraft['line']
type Payment = OfferingDraft['paymentType']

/** code | Indonesian name | English name | line | payment | charge | basis | rupiah | unit | period | Indonesian words | English words */
const table = `
XTRA-3 | Xtra Hemat 3 GB | Xtra Saver 3 GB | mobile | prepaid | one_time | volume | 20000 | paket | week | Kuota 3 GB semua jaringan, 7 hari | 3 GB on all networks, 7 days
XTRA-8 | Xtra Harian 8 GB | Xtra Daily 8 GB | mobile | prepaid | one_time | volume | 45000 | paket | month | Kuota 8 GB, 28 hari | 8 GB, 28 days
XTRA-12 | Xtra Combo 12 GB | Xtra Combo 12 GB | mobile | prepaid | recurring | volume | 65000 | paket | month | Kuota 12 GB dan 20 menit ke semua operator | 12 GB and 20 minutes to all operators
XTRA-20 | Xtra Combo 20 GB | Xtra Combo 20 GB | mobile | prepaid | recurring | volume | 89000 | paket | month | Kuota 20 GB dan 30 menit ke semua operator | 20 GB and 30 minutes to all operators
XTRA-35 | Xtra Combo 35 GB | Xtra Combo 35 GB | mobile | prepaid | recurring | volume | 129000 | paket | month | Kuota 35 GB dan 60 menit ke semua operator | 35 GB and 60 minutes to all operators
XTRA-100 | Xtra Juara 100 GB | Xtra Champion 100 GB | mobile | prepaid | recurring | volume | 219000 | paket | month | Kuota 100 GB, 5G di kota yang tercakup | 100 GB, 5G where covered
HARI-1 | Harian 1 GB | Daily 1 GB | mobile | prepaid | one_time | volume | 7000 | paket | day | Kuota 1 GB sampai pukul 23.59 | 1 GB until 23:59
MALAM-5 | Malam 5 GB | Night 5 GB | mobile | prepaid | one_time | volume | 10000 | paket | day | Kuota 5 GB pukul 00.00–06.00 | 5 GB from 00:00 to 06:00
TIMUR-15 | Timur 15 GB | Eastern 15 GB | mobile | prepaid | recurring | volume | 79000 | paket | month | Harga khusus Sulawesi, Maluku, Nusa Tenggara dan Papua | Special price for the eastern islands
PULSA-NELPON | Tarif telepon dasar | Basic call rate | mobile | prepaid | usage | time | 25 | second | once | Rp25 per detik ke semua operator | Rp25 a second to all operators
PULSA-SMS | Tarif SMS dasar | Basic SMS rate | mobile | prepaid | usage | service | 350 | sms | once | Rp350 per SMS | Rp350 a message
PULSA-DATA | Tarif data dasar | Basic data rate | mobile | prepaid | usage | volume | 150 | MB | once | Rp150 per MB di luar paket | Rp150 a MB outside packages
PRIO-SILVER | Prioritas Silver | Priority Silver | mobile | postpaid | recurring | flat | 100000 | paket | month | 20 GB, 100 menit, 100 SMS | 20 GB, 100 minutes, 100 messages
PRIO-GOLD | Prioritas Gold | Priority Gold | mobile | postpaid | recurring | flat | 150000 | paket | month | 45 GB, 300 menit, layanan loket prioritas | 45 GB, 300 minutes, priority counter
PRIO-PLATINUM | Prioritas Platinum | Priority Platinum | mobile | postpaid | recurring | flat | 250000 | paket | month | 110 GB, telepon tak terbatas sesama | 110 GB, unlimited on-net calls
PRIO-ULTIMA | Prioritas Ultima | Priority Ultima | mobile | postpaid | recurring | flat | 500000 | paket | month | 250 GB, roaming 1 GB, manajer akun | 250 GB, 1 GB roaming, account manager
BIZ-TEAM | Bisnis Tim | Business Team | mobile | postpaid | recurring | flat | 175000 | nomor | month | 60 GB berbagi per nomor, untuk perusahaan | 60 GB shared a number, for companies
LEBIH-DATA | Data di luar paket pascabayar | Data beyond a postpaid plan | mobile | postpaid | usage | volume | 20 | MB | once | Rp20 per MB, berhenti di Rp200.000 | Rp20 a MB, stops at Rp200,000
RUMAH-30 | Rumah 30 Mbps | Home 30 Mbps | internet | postpaid | recurring | bandwidth | 249000 | Mbps | month | Serat optik 30 Mbps tanpa batas kuota | 30 Mbps fibre without quota
RUMAH-50 | Rumah 50 Mbps | Home 50 Mbps | internet | postpaid | recurring | bandwidth | 319000 | Mbps | month | Serat optik 50 Mbps tanpa batas kuota | 50 Mbps fibre without quota
RUMAH-100 | Rumah 100 Mbps | Home 100 Mbps | internet | postpaid | recurring | bandwidth | 429000 | Mbps | month | Serat optik 100 Mbps tanpa batas kuota | 100 Mbps fibre without quota
RUMAH-PASANG | Pemasangan internet rumah | Home internet installation | internet | postpaid | one_time | flat | 350000 | kunjungan | once | Pemasangan dan modem pinjaman | Installation and a modem on loan
TELEPON-RUMAH | Telepon rumah | Home phone | phone | postpaid | recurring | flat | 55000 | sambungan | month | Sambungan telepon tetap lewat serat optik | Fixed line over fibre
TV-DASAR | TV Dasar | TV Basic | view | postpaid | recurring | flat | 99000 | paket | month | 70 saluran dan rekaman 7 hari | 70 channels and 7 days of recording
ROAM-ASIA | Roaming Asia 3 hari | Roaming Asia 3 days | mobile | both | one_time | volume | 120000 | paket | once | 3 GB di 12 negara Asia | 3 GB in 12 Asian countries
ROAM-HAJI | Roaming Haji 40 hari | Roaming Hajj 40 days | mobile | both | one_time | volume | 450000 | paket | once | 20 GB dan 60 menit di Arab Saudi | 20 GB and 60 minutes in Saudi Arabia
ROAM-DUNIA | Roaming Dunia 7 hari | Roaming World 7 days | mobile | both | one_time | volume | 350000 | paket | once | 7 GB di 80 negara | 7 GB in 80 countries
NSP | Nada sambung pribadi | Ring-back tone | service | both | recurring | service | 9900 | lagu | month | Lagu pilihan bagi penelepon | A song for callers
ESIM-GANTI | Ganti ke eSIM | Change to eSIM | service | both | one_time | flat | 15000 | event | once | Penggantian kartu menjadi eSIM | Change of card to eSIM
KARTU-GANTI | Ganti kartu | SIM card replacement | service | both | one_time | flat | 10000 | event | once | Kartu baru dengan nomor yang sama | A new card with the same number
`

/** What the second release brings besides. */
const news = `
XTRA-50 | Xtra Combo 50 GB | Xtra Combo 50 GB | mobile | prepaid | recurring | volume | 159000 | paket | month | Kuota 50 GB dan 90 menit ke semua operator | 50 GB and 90 minutes to all operators
RUMAH-200 | Rumah 200 Mbps | Home 200 Mbps | internet | postpaid | recurring | bandwidth | 649000 | Mbps | month | Serat optik 200 Mbps tanpa batas kuota | 200 Mbps fibre without quota
KELUARGA-4 | Keluarga 4 nomor | Family of 4 numbers | mobile | postpaid | recurring | flat | 399000 | paket | month | 150 GB berbagi untuk empat nomor | 150 GB shared by four numbers
TV-FILM | TV Film | TV Films | view | postpaid | recurring | flat | 69000 | paket | month | Saluran film dan serial | Channels of films and series
`

const dearer: Readonly<Record<string, number>> = {
  'XTRA-20': 92_000,
  'PRIO-GOLD': 155_000,
  'RUMAH-30': 239_000,
  'ROAM-ASIA': 99_000,
}
const retired = new Set(['MALAM-5'])

function read(text: string): OfferingDraft[] {
  return text
    .trim()
    .split('\n')
    .map((row) => {
      const cell = row.split('|').map((word) => word.trim())
      const at = (index: number) => cell[index] ?? ''
      return {
        code: at(0),
        name: { id: at(1), en: at(2) },
        description: { id: at(10), en: at(11) },
        // The table above is the only source of these words, and a test checks every record.
        line: at(3) as Line,
        paymentType: at(4) as Payment,
        chargeType: at(5) as OfferingDraft['chargeType'],
        chargeBasis: at(6) as OfferingDraft['chargeBasis'],
        amount: Number(at(7)),
        unit: at(8),
        period: at(9) as OfferingDraft['period'],
      }
    })
}

/** What is sold now. */
export const presentOfferings: readonly OfferingDraft[] = read(table)
/** What will be sold in a few days: three more than now, some prices changed, one offering gone and four new. */
export const comingOfferings: readonly OfferingDraft[] = [
  ...presentOfferings
    .filter((offering) => !retired.has(offering.code))
    .map((offering) => ({ ...offering, amount: dearer[offering.code] ?? offering.amount })),
  ...read(news),
]
