/** What people take a number for. */
export const services = [
  { code: 'LAYANAN', prefix: 'A', label: { id: 'Layanan pelanggan', en: 'Customer service' } },
  { code: 'KARTU', prefix: 'B', label: { id: 'Kartu SIM dan perangkat', en: 'SIM cards and devices' } },
  { code: 'BAYAR', prefix: 'C', label: { id: 'Pembayaran dan tagihan', en: 'Payments and bills' } },
  { code: 'BARU', prefix: 'D', label: { id: 'Pelanggan baru', en: 'New customers' } },
] as const
