export type Origin =
  | 'jawa'
  | 'sunda'
  | 'batak'
  | 'minang'
  | 'bali'
  | 'bugis'
  | 'ambon'
  | 'papua'
  | 'tionghoa'
  | 'tolaki'
  | 'buton'
  | 'timor'
  | 'manado'
  | 'melayu'
  | 'aceh'
  | 'banjar'
  | 'dayak'

export interface NameStock {
  readonly female: readonly string[]
  readonly male: readonly string[]
  /** Family or clan names, titles that stand last, or nothing where people have none. */
  readonly last: readonly string[]
  /** How many of a hundred have one name only. */
  readonly mononym: number
}

const stock = (female: string, male: string, last: string, mononym: number): NameStock => ({
  female: female.split(','),
  male: male.split(','),
  last: last === '' ? [] : last.split(','),
  mononym,
})

/** Believable names by where people come from. Invented combinations: whoever has such a name has it by chance. */
export const names: Readonly<Record<Origin, NameStock>> = {
  jawa: stock(
    'Siti Aminah,Sri Wahyuni,Dewi Lestari,Endang Rahayu,Retno Wulandari,Ayu Puspita,Ningsih,Suparmi,Wagiyem,Rini Astuti,Tri Handayani,Nur Hidayah,Putri Anggraini,Yuliana,Eka Fitriani',
    'Suharto,Slamet,Budi,Agus,Joko,Bambang,Sugeng,Wahyu,Dwi,Sutrisno,Paijo,Eko,Hendro,Rudi,Aditya,Bagus,Supriyadi,Mulyono',
    'Santoso,Prasetyo,Wibowo,Nugroho,Susanto,Hartono,Setiawan,Purnomo,Kurniawan,Widodo,Saputra,Raharjo,Wibisono,Hidayat',
    28,
  ),
  sunda: stock(
    'Neneng,Euis,Iis,Nining,Rina,Ai Nurhayati,Lilis,Cucu,Yeni,Teti,Imas',
    'Asep,Ujang,Dadang,Cecep,Deden,Iwan,Yayan,Tatang,Aceng,Encep,Dede',
    'Suryana,Hidayat,Kurnia,Gunawan,Permana,Sutisna,Kosasih,Suherman,Mulyana,Wiranata',
    20,
  ),
  batak: stock(
    'Rosdiana,Tiur,Romauli,Lasma,Duma,Ester,Marlina,Netty,Hotmaida,Debora',
    'Poltak,Togar,Parlindungan,Binsar,Ronald,Jhonny,Maruli,Hotman,Saut,Bonar,Sahat',
    'Simanjuntak,Siregar,Sitompul,Nainggolan,Hutapea,Sinaga,Manurung,Pardede,Lubis,Harahap,Silalahi,Situmorang,Panjaitan',
    0,
  ),
  minang: stock(
    'Yusnidar,Fatimah,Rahmi,Desi,Elvi,Mardiana,Upik,Suci,Yulia',
    'Syafril,Zulkifli,Afrizal,Rizal,Buyung,Hendri,Asrul,Fadli,Irwan',
    'Chaniago,Koto,Piliang,Tanjung,Sikumbang,Caniago,Jambak,Guci',
    22,
  ),
  bali: stock(
    'Ni Wayan,Ni Made,Ni Nyoman,Ni Ketut,Ni Luh Putu,Ni Kadek,Ida Ayu,Gusti Ayu',
    'I Wayan,I Made,I Nyoman,I Ketut,I Gede,I Komang,I Putu,Ida Bagus,I Gusti Ngurah',
    'Sudiana,Suastika,Artini,Widiani,Parwata,Suryawan,Adnyana,Wirawan,Astawa,Sukerti,Darmayanti,Mahendra',
    0,
  ),
  bugis: stock(
    'Andi Tenri,Besse,Hasnah,Rosmini,Nurhayati,Andi Nurlina,Indo Tang,Suriani,Megawati,St. Rahmah,Hj. Hasna',
    'Andi Mappangara,Baso,Ambo,Muh. Yusuf,La Odding,Syamsuddin,Daeng Nai,Akbar,Andi Baso,H. Muhtar,Arifuddin',
    'Tahir,Parenrengi,Mattalatta,Hamid,Palallo,Massere,Rahman,Mappasomba,Nur,Sulaiman,Daeng Tiro',
    18,
  ),
  ambon: stock(
    'Meske,Yohana,Nona Maria,Fransina,Wa Ode Nur,Martha,Josephina,Lisbeth,Salomi,Novita',
    'Johanis,Elias,Markus,Hengky,Yopi,Robert,Samuel,Matheos,Ricky,Abraham,Jacob',
    'Latuconsina,Pattiasina,Tuhumury,Sahetapy,Leatemia,Manuputty,Tomasoa,Pattipeilohy,Salampessy,Lekatompessy,Tanamal,Matulessy',
    0,
  ),
  papua: stock(
    'Yosina,Dorkas,Maria,Agustina,Ester,Paulina,Orpa,Elsina,Yuliana',
    'Yakob,Marthen,Titus,Nikolas,Benyamin,Otto,Paskalis,Elias,Frans,Lukas,Yeremias',
    'Wanggai,Rumbiak,Kogoya,Tabuni,Wenda,Rumaropen,Mandacan,Felle,Ohee,Ayomi,Kambu,Karma,Yikwa',
    0,
  ),
  tionghoa: stock(
    'Lily,Mei Ling,Linda,Fenny,Hui Min,Vivian,Susanti,Yenny,Kwee Lan,Cindy',
    'Hendra,Kevin,Liem Hok,Steven,Budiman,Tan Eng,Rudy,William,Alvin,Ongko,Johan',
    'Tanuwijaya,Halim,Gunawan,Wijaya,Salim,Hartanto,Lie,Chandra,Kusuma,Tjandra,Angkasa,Limanto',
    4,
  ),
  tolaki: stock(
    'Wa Ida,Asnawati,Nirmala,Hasriani,Suharni,Sitti Hajar,Rahmatia,Ernawati',
    'Abdul Rauf,Nur Alam,Sarimuddin,Mekuo,Jumardin,Lukman,Ramlan,Herman,Asrun',
    'Tamburaka,Silondae,Konggoasa,Saranani,Tawulo,Mekuo,Lasandara,Pidani,Tongasa',
    16,
  ),
  buton: stock(
    'Wa Ode Sitti,Wa Ode Hasna,Wa Nini,Wa Ode Zainab,Wa Ruki,Wa Ode Maya',
    'La Ode Muhammad,La Ode Hamid,La Ode Safiuddin,La Bakri,La Ode Ali,La Rudi,La Ode Kaimuddin',
    'Arsyad,Mane,Unga,Ndoloma,Halim,Rere,Taslim,Basri',
    24,
  ),
  timor: stock(
    'Maria Goreti,Yuliana,Margaretha,Adolfina,Yustina,Ferderika,Bernadetha',
    'Yohanes,Dominggus,Petrus,Kornelis,Melkianus,Simon,Fransiskus,Oktovianus',
    'Nenobais,Tallo,Lakapu,Manafe,Da Costa,Pello,Seran,Bria,Foenay,Bere,Lao,Fernandez',
    0,
  ),
  manado: stock(
    'Greity,Meiske,Vonny,Stela,Olga,Jein,Sartje,Fransisca',
    'Jantje,Ferry,Denny,Steven,Hanny,Rommy,Nova,Berty,Jefry',
    'Rumambi,Mandagi,Sondakh,Lumentut,Wowor,Tumbelaka,Kaunang,Pangemanan,Rorong,Mamahit,Lasut',
    0,
  ),
  melayu: stock(
    'Zuraida,Halimah,Masitah,Nurul Aini,Fauziah,Rosnah,Cik Aminah',
    'Zulfahmi,Raden Fatah,Mahmud,Tengku Azhar,Rusli,Amirullah,Kemas Ali,Nasrun',
    'Ismail,Yusuf,Effendi,Hasyim,Nasution,Syahputra,Rasyid,Bakri',
    24,
  ),
  aceh: stock(
    'Cut Nurhaliza,Cut Meutia,Nuraini,Fitri,Rohana,Zahara',
    'Teuku Rizky,Muhammad Nazar,Teuku Ilham,Ibrahim,Usman,Fauzan,Razali',
    'Daud,Hasballah,Yahya,Abdullah,Syah,Zein,Mahmudi',
    26,
  ),
  banjar: stock(
    'Noor Jannah,Mahrita,Galuh,Rusmilawati,Hj. Norhidayah,Masliani',
    'H. Syahrani,Rahmadi,Ahmad Fauzi,Anang,Gusti Rusli,Khairul,Norman',
    'Noor,Effendi,Rahman,Zaini,Ramadhani,Ansyari,Maulana',
    24,
  ),
  dayak: stock(
    'Yulita,Tinon,Lestari,Veronika,Marselina,Dayang,Lusiana',
    'Agustinus,Lambung,Petrus,Silas,Hardy,Martinus,Ungking,Kristian',
    'Rampai,Binti,Djelau,Usop,Mangkin,Sangen,Laing,Ngau',
    2,
  ),
}

export const organisationWords = {
  kinds: ['CV', 'PT', 'UD', 'Koperasi', 'Yayasan', 'Toko', 'SD Negeri', 'Puskesmas', 'Hotel', 'RM'],
  names: [
    'Sinar Laut',
    'Maju Bersama',
    'Karya Mandiri',
    'Bahari Jaya',
    'Mitra Timur',
    'Cahaya Abadi',
    'Sumber Rejeki',
    'Anugerah',
    'Teluk Indah',
    'Bintang Samudra',
    'Harapan Kita',
    'Nusa Prima',
    'Citra Kencana',
    'Mutiara',
    'Sejahtera',
    'Tunas Muda',
  ],
} as const
