import type { TicketStatus } from '#domain/ticket/ticket.ts'

/** What stands on paper, said to the customer, and what the console says about printing it. */
export const slip = {
  paper: {
    title: 'Bukti layanan',
    copy: 'SALINAN',
    practice: 'LATIHAN, BUKAN BUKTI LAYANAN',
    ticketCode: 'Kode tiket Anda',
    done: 'Yang sudah dilakukan',
    notDone: 'Yang belum selesai',
    nothingLeft: 'Semua yang Anda perlukan sudah selesai.',
    ticketMade: (subject: string) => `Tiket dibuat: ${subject}`,
    ticketMadePlain: 'Tiket dibuat untuk Anda.',
    /** Why a ticket is not done; what is done says nothing here. */
    waits: {
      new: (department: string) => `Tiket ini menunggu dikerjakan bagian ${department}.`,
      open: (department: string) => `Tiket ini menunggu dikerjakan bagian ${department}.`,
      in_progress: (department: string) => `Tiket ini sedang dikerjakan bagian ${department}.`,
      pending_customer: () => 'Tiket ini menunggu kabar dari Anda.',
      pending_department: (department: string) => `Tiket ini menunggu jawaban bagian ${department}.`,
      on_hold: (department: string) => `Tiket ini ditunda sementara oleh bagian ${department}.`,
    } satisfies Partial<Record<TicketStatus, (department: string) => string>>,
    cancelled: 'Tiket ini dibatalkan.',
    rejected: 'Tiket ini tidak dapat kami penuhi.',
    resolved: (how: string) => `Sudah diselesaikan: ${how}.`,
    resolvedPlain: 'Sudah diselesaikan.',
    notSent:
      'Catatan ini belum sampai di kantor pusat karena sambungan terputus. Catatan tersimpan di sini dan dikirim begitu tersambung.',
    expected: 'Perkiraan selesai',
    expectedBy: (time: string) => `Paling lambat ${time}`,
    expectedPassed: (time: string) =>
      `Seharusnya selesai ${time}. Kami mohon maaf atas keterlambatan ini; tanyakan perkembangannya di 817.`,
    askAgain: 'Ingin bertanya lagi? Hubungi 817, atau datang ke pusat layanan mana pun dan bawa slip ini.',
    number: (masked: string) => `Nomor ${masked}`,
    servedBy: (name: string) => `Dilayani oleh ${name}`,
    queueTitle: 'Nomor antrean Anda',
    queueWait: 'Silakan duduk. Kami memanggil nomor Anda di layar dan dengan suara.',
    queueLater: 'Bila nomor Anda terlewat, sampaikan kepada petugas; Anda tidak perlu mengantre dari awal.',
    testTitle: 'Cetak uji',
    testCode: 'T-UJI-0000',
    testPart: 'Bila slip ini terbaca',
    testText: 'Kode, kotak QR, dan tulisan ini terbaca utuh sampai ke tepi: printer siap dipakai.',
  },
  print: 'Cetak slip',
  printCopy: 'Cetak salinan slip',
  printed: 'Slip dicetak',
  saved: 'Slip disimpan sebagai PDF',
  shown: 'Slip dibuka di dialog cetak',
  cancelled: 'Slip belum dicetak. Pekerjaannya sudah tersimpan.',
  failed:
    'Slip belum tercetak. Pekerjaannya sudah tersimpan: periksa kertas dan printer, lalu cetak sekali lagi.',
  /** What the ticket's thread says of a reprint. */
  copyNote: 'Salinan slip dicetak untuk pelanggan.',
  settings: {
    title: 'Slip',
    format: 'Ukuran kertas',
    formats: { roll: 'Gulungan 80 mm', a6: 'A6' },
    when: 'Cetak slip',
    whenHint: 'Otomatis: setelah kontak tatap muka tersimpan. Slip tetap dapat dicetak dengan tombolnya.',
    whens: { key: 'Dengan tombol', auto: 'Otomatis' },
    printer: 'Printer',
    printerHint: 'Tanpa printer, slip disimpan sebagai PDF di tempat yang Anda pilih.',
    noPrinter: 'Tanpa printer: simpan sebagai PDF',
    gone: (name: string) => `${name} (tidak terpasang)`,
    browser: 'Di peramban, slip dicetak atau disimpan sebagai PDF lewat dialog cetak.',
    test: 'Cetak slip uji',
  },
}
