import type { Macro } from '#domain/reference/macro.ts'
import type { Reference } from '#domain/reference/reference.ts'

/** What the made-up operator's agents do again and again. */
const macros: readonly (readonly [code: string, id: string, en: string, macro: Macro])[] = [
  [
    'KUOTA-CEK',
    'Kuota belum masuk: minta dicek',
    'Data quota missing: have it checked',
    {
      text: {
        id: 'Bapak/Ibu {customer}, mohon maaf kuotanya belum masuk. Kami sudah meminta bagian layanan teknis memeriksanya dan akan mengabari lewat SMS.',
        en: 'Dear {customer}, we are sorry that your data quota has not arrived. Technical service is checking it, and we will tell you by SMS.',
      },
      priority: 'p2',
      status: 'in_progress',
      task: {
        department: 'service',
        ask: {
          id: 'Cek provisi paket data dan kirim ulang bila gagal.',
          en: 'Check the provisioning of the data package; send it again if it failed.',
        },
        withinHours: 4,
      },
      ticket: {
        type: 'complaint',
        department: 'service',
        subject: { id: 'Kuota tidak masuk', en: 'Data quota not received' },
      },
    },
  ],
  [
    'SINYAL-AREA',
    'Sinyal hilang: periksa BTS',
    'No signal: check the site',
    {
      text: {
        id: 'Laporan sinyal sudah kami teruskan ke bagian jaringan. Petugas memeriksa BTS terdekat.',
        en: 'We have passed the signal report to the network department, which is checking the nearest site.',
      },
      priority: 'p2',
      status: 'in_progress',
      task: {
        department: 'network',
        ask: {
          id: 'Periksa BTS di lokasi pelanggan; catat sejak kapan terganggu.',
          en: 'Check the site at the customer’s place; note since when it is disturbed.',
        },
        withinHours: 24,
      },
      ticket: {
        type: 'incident',
        department: 'network',
        subject: { id: 'Sinyal hilang di lokasi pelanggan', en: 'No signal at the customer’s place' },
      },
    },
  ],
  [
    'PULSA-RINCI',
    'Pulsa terpotong: minta rincian',
    'Credit deducted: ask for the record',
    {
      text: {
        id: 'Kami meminta rincian pemakaian ke bagian penagihan. Bila terbukti keliru, pulsa dikembalikan.',
        en: 'We are asking billing for the usage record. If it was wrong, the credit is given back.',
      },
      status: 'in_progress',
      task: {
        department: 'billing',
        ask: {
          id: 'Kirim rincian potongan pulsa tujuh hari terakhir.',
          en: 'Send the record of deductions of the last seven days.',
        },
        withinHours: 24,
      },
      ticket: {
        type: 'complaint',
        department: 'billing',
        subject: { id: 'Pulsa terpotong', en: 'Credit deducted' },
      },
    },
  ],
  [
    'TAGIHAN-KOREKSI',
    'Tagihan keliru: minta koreksi',
    'Wrong bill: ask for a correction',
    {
      text: {
        id: 'Tagihan Bapak/Ibu {customer} sedang kami periksa. Pembayaran dapat ditunda sampai ada jawaban.',
        en: 'We are checking your bill, {customer}. You may hold the payment until we answer.',
      },
      priority: 'p2',
      status: 'in_progress',
      task: {
        department: 'billing',
        ask: {
          id: 'Cocokkan tagihan dengan pemakaian; koreksi bila ganda.',
          en: 'Match the bill with the usage; correct it if it was charged twice.',
        },
        withinHours: 48,
      },
      ticket: {
        type: 'complaint',
        department: 'billing',
        subject: { id: 'Tagihan keliru', en: 'Wrong bill' },
      },
    },
  ],
  [
    'KARTU-KIRIM',
    'Kartu pengganti: kirim lewat kurir',
    'Replacement SIM: send it by courier',
    {
      text: {
        id: 'Kartu pengganti disiapkan dan dikirim ke alamat yang disepakati. Kartu belum aktif sampai verifikasi selesai.',
        en: 'The replacement card is being prepared and sent to the agreed address. It is not active until verified.',
      },
      task: {
        department: 'shipment',
        ask: {
          id: 'Siapkan kartu pengganti dan kirim ke pelanggan; catat nomor order.',
          en: 'Prepare the replacement card and send it to the customer; note the order reference.',
        },
        withinHours: 48,
      },
      ticket: {
        type: 'request',
        department: 'shipment',
        subject: { id: 'Kartu pengganti', en: 'Replacement SIM' },
      },
    },
  ],
  [
    'TUNGGU-PELANGGAN',
    'Tunggu kabar pelanggan',
    'Wait for the customer',
    {
      text: {
        id: 'Kami menunggu keterangan dari Bapak/Ibu {customer}: foto layar dan jam kejadian.',
        en: 'We are waiting for {customer}: a screenshot and the time it happened.',
      },
      status: 'pending_customer',
    },
  ],
  [
    'SELESAI-JELAS',
    'Selesai: sudah dijelaskan',
    'Resolved: explained',
    {
      text: {
        id: 'Penjelasan sudah diterima pelanggan. Tidak ada lagi yang perlu dikerjakan.',
        en: 'The customer accepted the explanation. Nothing more to do.',
      },
      status: 'resolved',
      resolutionCode: 'PENJELASAN',
      disposition: 'resolved',
    },
  ],
  [
    'SELESAI-JARINGAN',
    'Selesai: jaringan pulih',
    'Resolved: network is back',
    {
      text: {
        id: 'Jaringan di lokasi pelanggan sudah pulih dan sudah dicoba bersama pelanggan.',
        en: 'The network at the customer’s place is back and was tried with the customer.',
      },
      status: 'resolved',
      resolutionCode: 'SELESAI-JARINGAN',
    },
  ],
  [
    'ESKALASI',
    'Bawa ke penyelia',
    'Bring before the supervisors',
    {
      text: {
        id: 'Pelanggan meminta keputusan penyelia. Tenggat {due}.',
        en: 'The customer asks for a supervisor’s decision. Due {due}.',
      },
      priority: 'p1',
      escalate: true,
      disposition: 'escalated',
    },
  ],
  [
    'PENIPUAN',
    'Dugaan penipuan: blokir dan telusuri',
    'Suspected fraud: block and trace',
    {
      text: {
        id: 'Nomor diblokir sementara atas permintaan pelanggan; bagian antipenipuan menelusurinya.',
        en: 'The number is blocked for now at the customer’s wish; fraud prevention is tracing it.',
      },
      priority: 'p1',
      task: {
        department: 'fraud',
        ask: {
          id: 'Telusuri transaksi 48 jam terakhir dan kabari pusat layanan.',
          en: 'Trace the transactions of the last 48 hours and tell the centre.',
        },
        withinHours: 2,
      },
      ticket: {
        type: 'incident',
        department: 'fraud',
        subject: { id: 'Dugaan penipuan', en: 'Suspected fraud' },
      },
    },
  ],
  [
    'INFO-SAJA',
    'Informasi saja',
    'Information only',
    {
      text: {
        id: 'Pelanggan meminta keterangan; sudah dijelaskan dan dipahami.',
        en: 'The customer asked for information, which was given and understood.',
      },
      disposition: 'information_given',
    },
  ],
]

export const macroRecords: readonly Reference[] = macros.map(([code, id, en, macro]) => ({
  id: `macro:${code}`,
  rev: 1,
  kind: 'macro',
  code,
  label: { id, en },
  active: true,
  macro,
}))
