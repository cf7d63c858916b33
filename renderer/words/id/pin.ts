/** Unlocking with six digits. */
export const pin = {
  section: 'PIN untuk membuka kunci',
  hint: (hours: string) =>
    `Enam angka, hanya untuk Anda di PC ini. Berlaku sampai aplikasi ditutup, paling lama ${hours} jam. Setelah lima kali tidak cocok, hanya kata sandi yang membuka.`,
  make: 'Buat PIN…',
  isSet: 'PIN Anda aktif. Layar kunci menanyakannya.',
  drop: 'Hapus PIN',
  dropped: 'PIN dihapus',
  made: 'PIN aktif',
  password: 'Kata sandi Anda',
  digits: 'PIN baru',
  again: 'Ulangi PIN',
  differs: 'Kedua PIN belum sama.',
  submit: 'Simpan PIN',
  field: 'PIN',
  digit: (place: string) => `Angka ke-${place} dari PIN`,
  left: (count: string) => `Masih dapat dicoba ${count} kali; setelah itu pakai kata sandi.`,
  usePassword: 'Pakai kata sandi',
}
