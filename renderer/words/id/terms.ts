import type { ReleaseFault } from '#domain/catalogue/check-release.ts'
import type { chargeBases, chargeTypes, offeringPaymentTypes, periods } from '#domain/catalogue/catalogue.ts'
import type { Channel } from '#domain/contact/channel.ts'
import type { directions, Disposition, Verification } from '#domain/contact/contact.ts'
import type {
  AmendableField,
  customerKinds,
  genders,
  languages,
  provenances,
  segments,
  valueTiers,
} from '#domain/customer/customer.ts'
import type { CollectionName } from '#domain/entities.ts'
import type { Decision, itemKinds } from '#domain/item/item.ts'
import type { linkKinds } from '#domain/reference/reference.ts'
import type { Role } from '#domain/staff/roles.ts'
import type { StepName } from '#domain/steps.ts'
import type { lines, lineStatuses, paymentTypes } from '#domain/subscription/subscription.ts'
import type { departments, Priority, TicketStatus, ticketTypes } from '#domain/ticket/ticket.ts'
import type { ticketEventKinds } from '#domain/ticket/ticket-event.ts'

type Each<T extends readonly string[]> = Record<T[number], string>

/** What people call every value that a record may have. */
export const terms = {
  ticketStatus: {
    new: 'Baru',
    open: 'Terbuka',
    in_progress: 'Dikerjakan',
    pending_customer: 'Menunggu pelanggan',
    pending_department: 'Menunggu departemen',
    on_hold: 'Ditunda',
    resolved: 'Terselesaikan',
    closed: 'Ditutup',
    cancelled: 'Dibatalkan',
    rejected: 'Ditolak',
  } satisfies Record<TicketStatus, string>,
  ticketType: {
    complaint: 'Keluhan',
    request: 'Permintaan',
    information: 'Informasi',
    incident: 'Gangguan',
    order_followup: 'Tindak lanjut pesanan',
    data_subject_request: 'Permintaan data pribadi',
  } satisfies Each<typeof ticketTypes>,
  department: {
    care: 'Layanan pelanggan',
    marketing: 'Pemasaran',
    sales: 'Penjualan',
    service: 'Layanan teknis',
    quality: 'Mutu',
    shipment: 'Pengiriman',
    billing: 'Penagihan',
    fraud: 'Antipenipuan',
    network: 'Jaringan',
  } satisfies Each<typeof departments>,
  priority: { p1: 'P1 Kritis', p2: 'P2 Tinggi', p3: 'P3 Sedang', p4: 'P4 Rendah' } satisfies Record<
    Priority,
    string
  >,
  ticketEvent: {
    opened: 'Tiket dibuat',
    note: 'Catatan',
    moved: 'Status diubah',
    assigned: 'Penanggung jawab diganti',
    not_moved: 'Status tidak dapat diubah',
  } satisfies Each<typeof ticketEventKinds>,
  channel: {
    walk_in: 'Datang langsung',
    call_in: 'Telepon masuk',
    call_out: 'Telepon keluar',
    video: 'Panggilan video',
    pstn: 'Telepon rumah',
    sms: 'SMS',
    email: 'Surel',
    letter: 'Surat',
    fax: 'Faks',
    web: 'Situs web',
    payment_point: 'Loket pembayaran',
    field_visit: 'Kunjungan lapangan',
    account_manager: 'Manajer akun',
  } satisfies Record<Channel, string>,
  direction: { in: 'Masuk', out: 'Keluar' } satisfies Each<typeof directions>,
  verification: {
    none: 'Belum diverifikasi',
    number_only: 'Nomor saja',
    knowledge: 'Pertanyaan keamanan',
    id_sighted: 'KTP dilihat',
    dukcapil: 'Cocok dengan Dukcapil',
  } satisfies Record<Verification, string>,
  disposition: {
    resolved: 'Selesai',
    information_given: 'Informasi diberikan',
    ticket_created: 'Tiket dibuat',
    escalated: 'Dieskalasi',
    callback_promised: 'Akan dihubungi kembali',
    transferred: 'Dialihkan',
    abandoned: 'Terputus',
    wrong_number: 'Salah sambung',
    no_show: 'Tidak hadir',
    refused_verification: 'Tidak bersedia diverifikasi',
  } satisfies Record<Disposition, string>,
  customerKind: { person: 'Perorangan', organisation: 'Organisasi' } satisfies Each<typeof customerKinds>,
  provenance: { verified: 'Terverifikasi', provisional: 'Sementara', merged: 'Digabung' } satisfies Each<
    typeof provenances
  >,
  segment: {
    consumer: 'Konsumen',
    enterprise: 'Usaha',
    corporate: 'Korporat',
    aggregator: 'Agregator',
    wholesaler: 'Grosir',
  } satisfies Each<typeof segments>,
  valueTier: { regular: 'Reguler', gold: 'Gold', vip: 'VIP', vvip: 'VVIP' } satisfies Each<typeof valueTiers>,
  gender: { female: 'Perempuan', male: 'Laki-laki' } satisfies Each<typeof genders>,
  language: { id: 'Bahasa Indonesia', en: 'English' } satisfies Each<typeof languages>,
  line: {
    mobile: 'Seluler',
    phone: 'Telepon tetap',
    internet: 'Internet',
    view: 'TV',
    service: 'Layanan',
  } satisfies Each<typeof lines>,
  paymentType: { prepaid: 'Prabayar', postpaid: 'Pascabayar' } satisfies Each<typeof paymentTypes>,
  offeringPaymentType: {
    prepaid: 'Prabayar',
    postpaid: 'Pascabayar',
    both: 'Prabayar dan pascabayar',
  } satisfies Each<typeof offeringPaymentTypes>,
  lineStatus: {
    inactive: 'Belum aktif',
    pending_registration: 'Menunggu registrasi',
    active: 'Aktif',
    grace: 'Masa tenggang',
    blocked: 'Diblokir',
    suspended: 'Ditangguhkan',
    terminated: 'Berakhir',
  } satisfies Each<typeof lineStatuses>,
  chargeType: { recurring: 'Berkala', one_time: 'Sekali bayar', usage: 'Pemakaian' } satisfies Each<
    typeof chargeTypes
  >,
  chargeBasis: {
    flat: 'Tetap',
    time: 'Waktu',
    service: 'Layanan',
    bandwidth: 'Lebar pita',
    volume: 'Volume',
  } satisfies Each<typeof chargeBases>,
  period: { day: 'hari', week: 'minggu', month: 'bulan', year: 'tahun', once: 'sekali' } satisfies Each<
    typeof periods
  >,
  releaseFault: {
    no_offerings: 'Rilis belum berisi penawaran',
    code_twice: 'Kode dipakai lebih dari sekali',
    name_missing: 'Nama belum lengkap dalam kedua bahasa',
    free_recurring: 'Biaya berkala masih Rp0',
    unit_missing: 'Satuan pemakaian belum diisi',
    period_missing: 'Periode biaya berkala belum dipilih',
  } satisfies Record<ReleaseFault, string>,
  role: {
    agent: 'Agen',
    branch: 'Staf gerai',
    supervisor: 'Penyelia',
    admin: 'Admin pusat',
  } satisfies Record<Role, string>,
  linkKind: {
    always: 'Selalu tersambung',
    sometimes: 'Kadang tersambung',
    courier: 'Lewat kurir',
  } satisfies Each<typeof linkKinds>,
  collection: {
    reference: 'Data acuan',
    catalogue: 'Katalog',
    customers: 'Pelanggan',
    subscriptions: 'Langganan',
    tickets: 'Tiket',
    ticketEvents: 'Riwayat tiket',
    contacts: 'Kontak',
    items: 'Perlu keputusan',
    queueTickets: 'Antrean',
    orders: 'Pesanan dan janji temu',
  } satisfies Record<CollectionName, string>,
  /** Kinds of work, as the outbox lists them. */
  step: {
    registerCustomer: 'Pelanggan baru',
    amendCustomer: 'Data pelanggan diubah',
    changeContactDetails: 'Kontak pelanggan diubah',
    openTicket: 'Tiket baru',
    noteOnTicket: 'Catatan tiket',
    moveTicket: 'Status tiket',
    assignTicket: 'Penanggung jawab tiket',
    recordContact: 'Kontak',
    linkCustomer: 'Pelanggan digabung',
    unlinkCustomer: 'Penggabungan diurungkan',
    moveCustomer: 'Pelanggan dipindahkan',
    decideItem: 'Keputusan',
    handOverItem: 'Hal diserahkan',
    publishRelease: 'Rilis katalog',
    takeNumber: 'Nomor antrean diambil',
    callNumber: 'Nomor dipanggil',
    moveNumber: 'Status nomor antrean',
    transferNumber: 'Nomor dialihkan',
    captureOrder: 'Pesanan dicatat',
    captureAppointment: 'Janji temu dicatat',
    cancelOrder: 'Pesanan dibatalkan',
    confirmOrder: 'Jawaban pusat atas pesanan',
    rejectOrder: 'Pesanan ditolak',
    publishArticle: 'Artikel diterbitkan',
    retireArticle: 'Artikel ditarik',
    noteOnOrder: 'Catatan pesanan',
  } satisfies Record<StepName, string>,
  itemKind: {
    refused: 'Belum dapat diterima pusat',
    conflict: 'Diubah juga oleh orang lain',
    transition: 'Status tidak berubah',
    match: 'Mungkin orang yang sama',
  } satisfies Each<typeof itemKinds>,
  decision: {
    keep_present: 'Nilai pusat dipertahankan',
    take_mine: 'Nilai yang diajukan dipakai',
    noted: 'Sudah dicatat',
    edited: 'Nilai lain ditulis',
    sent: 'Dikirim lagi',
    linked: 'Orang yang sama',
  } satisfies Record<Decision, string>,
  field: {
    name: 'Nama',
    birthDate: 'Tanggal lahir',
    gender: 'Jenis kelamin',
    nikHash: 'NIK',
    nikLast4: '4 angka akhir NIK',
    phone: 'Nomor telepon',
    altPhone: 'Nomor lain',
    email: 'Surel',
    addressLine: 'Alamat',
    city: 'Kota',
    language: 'Bahasa',
    interests: 'Minat',
    pinnedNote: 'Catatan tersemat',
    status: 'Status',
    orderStatus: 'Status pesanan',
  } satisfies Record<AmendableField | 'status' | 'orderStatus', string>,
}
