/** Practice with made-up data. */
export const practice = {
  label: 'Mode latihan',
  windowTitle: 'LATIHAN – Loket',
  title: 'LATIHAN',
  text: 'Semua data rekaan. Tidak ada yang dikirim ke pusat.',
  password: 'Kata sandi untuk membuka kunci: latihan',
  leave: 'Keluar dari latihan',
  pill: 'Latihan, tidak dikirim',
  numbers:
    'Nomor rekaan untuk dicoba: 0817 0000 1005 (satu pelanggan), 0817 0000 1000 (dua pelanggan), 0817 0000 9999 (tidak dikenal).',
  enter: 'Mulai latihan',
  section: 'Latihan',
  hint: 'Berlatih dengan pelanggan rekaan: menerima panggilan, mencatat kontak, membuat tiket. Pekerjaan Anda yang sebenarnya tetap utuh dan tidak tersentuh; yang dikerjakan dalam latihan hilang setelah Anda keluar.',
  busy: 'Akhiri dahulu kontak yang sedang berjalan.',
  inside: 'Anda sedang berlatih. Setelah keluar, konsol meminta kata sandi Anda lagi.',
  signIn: 'Berlatih dengan data rekaan',
}
