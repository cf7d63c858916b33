import type { Reference, Zone } from '#domain/reference/reference.ts'
import type { Origin } from '#tests/world/people/names.ts'

/** Where a service centre of the made-up operator stands. */
export interface Place {
  readonly code: string
  readonly city: string
  readonly region: string
  readonly zone: Zone
  readonly link: NonNullable<Reference['link']>
  /** The first six digits of identity numbers given out here. */
  readonly nikRegion: string
  readonly districts: readonly string[]
  /** Whose names one hears there most. */
  readonly origins: readonly Origin[]
}

/** The first ones are the demo's: a mixture of zones and links. */
const table = `
  KDI | Kendari | Sulawesi | WITA | sometimes | 747105 | Kadia,Mandonga,Wua-Wua,Baruga,Poasia,Abeli,Kambu,Puuwatu | tolaki,bugis,buton,jawa,bali
  AMQ | Ambon | Maluku | WIT | sometimes | 817102 | Sirimau,Nusaniwe,Baguala,Teluk Ambon,Leitimur Selatan | ambon,buton,bugis,jawa
  KOE | Kupang | Nusa Tenggara | WITA | sometimes | 537103 | Oebobo,Maulafa,Alak,Kelapa Lima,Kota Raja | timor,jawa,bugis,tionghoa
  DJJ | Jayapura | Papua | WIT | courier | 917101 | Abepura,Heram,Jayapura Selatan,Muara Tami,Jayapura Utara | papua,ambon,bugis,jawa
  JKT | Jakarta | Jabodetabek | WIB | always | 317106 | Menteng,Tebet,Setiabudi,Kemayoran,Kelapa Gading,Cengkareng | jawa,sunda,batak,minang,tionghoa
  SUB | Surabaya | Jawa Timur | WIB | always | 357801 | Wonokromo,Gubeng,Rungkut,Tegalsari,Sukolilo,Kenjeran | jawa,tionghoa,bugis
  UPG | Makassar | Sulawesi | WITA | always | 737109 | Panakkukang,Rappocini,Tamalate,Biringkanaya,Mariso | bugis,tionghoa,jawa
  MDC | Manado | Sulawesi | WITA | always | 717103 | Wenang,Malalayang,Sario,Tikala,Mapanget | manado,jawa,tionghoa
  BDO | Bandung | Jawa Barat | WIB | always | 327305 | Coblong,Lengkong,Antapani,Cicendo,Buahbatu | sunda,jawa,tionghoa
  SRG | Semarang | Jawa Tengah | WIB | always | 337402 | Tembalang,Banyumanik,Gajahmungkur,Pedurungan,Candisari | jawa,tionghoa
  JOG | Yogyakarta | Jawa Tengah | WIB | always | 347104 | Gondokusuman,Umbulharjo,Mergangsan,Kotagede,Jetis | jawa
  DPS | Denpasar | Bali | WITA | always | 517103 | Denpasar Barat,Denpasar Selatan,Denpasar Timur,Denpasar Utara | bali,jawa,tionghoa
  MES | Medan | Sumatera Utara | WIB | always | 127107 | Medan Baru,Medan Helvetia,Medan Johor,Medan Area,Medan Polonia | batak,jawa,tionghoa,minang
  PLM | Palembang | Sumatera Selatan | WIB | always | 167104 | Ilir Barat I,Sukarami,Kemuning,Plaju,Seberang Ulu I | melayu,jawa,tionghoa
  PDG | Padang | Sumatera Barat | WIB | always | 137106 | Padang Barat,Kuranji,Koto Tangah,Lubuk Begalung,Nanggalo | minang,batak
  PKU | Pekanbaru | Riau | WIB | always | 147101 | Sukajadi,Tampan,Marpoyan Damai,Rumbai,Payung Sekaki | melayu,minang,batak,jawa
  BTH | Batam | Riau | WIB | always | 217105 | Batam Kota,Lubuk Baja,Sekupang,Batu Aji,Nongsa | melayu,batak,jawa,minang
  BTJ | Banda Aceh | Aceh | WIB | sometimes | 117102 | Baiturrahman,Kuta Alam,Syiah Kuala,Ulee Kareng,Meuraxa | aceh,minang,jawa
  TKG | Bandar Lampung | Lampung | WIB | always | 187107 | Kedaton,Rajabasa,Sukarame,Kemiling,Way Halim | melayu,jawa,sunda
  PNK | Pontianak | Kalimantan | WIB | always | 617101 | Pontianak Kota,Pontianak Selatan,Pontianak Timur,Pontianak Barat | melayu,tionghoa,dayak,jawa
  BDJ | Banjarmasin | Kalimantan | WITA | always | 637102 | Banjarmasin Tengah,Banjarmasin Utara,Banjarmasin Barat | banjar,jawa,bugis
  BPN | Balikpapan | Kalimantan | WITA | always | 647103 | Balikpapan Selatan,Balikpapan Kota,Balikpapan Utara | banjar,bugis,jawa
  SRI | Samarinda | Kalimantan | WITA | always | 647202 | Samarinda Ulu,Sungai Kunjang,Samarinda Ilir,Palaran | banjar,dayak,bugis,jawa
  PKY | Palangka Raya | Kalimantan | WIB | sometimes | 627101 | Pahandut,Jekan Raya,Sebangau,Bukit Batu | dayak,banjar,jawa
  TRK | Tarakan | Kalimantan | WITA | sometimes | 657101 | Tarakan Barat,Tarakan Tengah,Tarakan Timur | bugis,dayak,jawa
  PLW | Palu | Sulawesi | WITA | sometimes | 727103 | Palu Barat,Palu Selatan,Mantikulore,Tatanga | bugis,jawa,bali
  GTO | Gorontalo | Sulawesi | WITA | sometimes | 757104 | Kota Selatan,Kota Utara,Dungingi,Hulonthalangi | manado,bugis,jawa
  BUW | Baubau | Sulawesi | WITA | courier | 747201 | Betoambari,Wolio,Murhum,Sorawolio,Bungi | buton,bugis,tolaki
  TTE | Ternate | Maluku | WIT | courier | 827101 | Ternate Tengah,Ternate Selatan,Ternate Utara,Pulau Ternate | ambon,buton,bugis
  SOQ | Sorong | Papua | WIT | sometimes | 927103 | Sorong Manoi,Sorong Timur,Sorong Barat,Sorong Utara | papua,ambon,bugis,jawa
  MKW | Manokwari | Papua | WIT | courier | 920212 | Manokwari Barat,Manokwari Timur,Prafi,Warmare | papua,jawa,ambon
  BIK | Biak | Papua | WIT | courier | 910601 | Biak Kota,Samofa,Yendidori,Biak Timur | papua,ambon
  TIM | Timika | Papua | WIT | courier | 910901 | Mimika Baru,Kuala Kencana,Wania,Tembagapura | papua,bugis,jawa
  MKQ | Merauke | Papua | WIT | courier | 910101 | Merauke,Semangga,Tanah Miring,Kurik | papua,jawa,bugis
  LOP | Mataram | Nusa Tenggara | WITA | always | 527102 | Ampenan,Mataram,Cakranegara,Sekarbela,Sandubaya | bali,jawa,bugis
  ENE | Ende | Nusa Tenggara | WITA | courier | 530804 | Ende Tengah,Ende Utara,Ende Selatan,Nangapanda | timor,bugis
  MOF | Maumere | Nusa Tenggara | WITA | courier | 530705 | Alok,Alok Timur,Kewapante,Nita | timor,bugis
  BGR | Bogor | Jabodetabek | WIB | always | 327104 | Bogor Tengah,Bogor Barat,Tanah Sareal,Bogor Selatan | sunda,jawa,batak
  SOC | Surakarta | Jawa Tengah | WIB | always | 337201 | Laweyan,Banjarsari,Jebres,Serengan,Pasar Kliwon | jawa,tionghoa
  MLG | Malang | Jawa Timur | WIB | always | 357304 | Lowokwaru,Klojen,Blimbing,Sukun,Kedungkandang | jawa,tionghoa
`

export const places: readonly Place[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', city = '', region = '', zone, link, nikRegion = '', districts = '', origins = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    return {
      code,
      city,
      region,
      // The table above is the only source of these words.
      zone: zone as Zone,
      link: link as Place['link'],
      nikRegion,
      districts: districts.split(','),
      origins: origins.split(',') as Origin[],
    }
  })

/** Headquarters in Jakarta: where the admins are, and no customers. */
export const headquarters: Place = {
  code: 'HQ',
  city: 'Jakarta',
  region: 'Jabodetabek',
  zone: 'WIB',
  link: 'always',
  nikRegion: '317406',
  districts: ['Setiabudi'],
  origins: ['jawa', 'batak', 'sunda'],
}

export const streets: readonly string[] = [
  'Jl. Ahmad Yani,Jl. Sudirman,Jl. Diponegoro,Jl. Pattimura,Jl. Gatot Subroto,Jl. Kartini,Jl. Merdeka,Jl. Veteran',
  'Jl. Hasanuddin,Jl. Imam Bonjol,Jl. Pahlawan,Jl. Teuku Umar,Jl. Yos Sudarso,Jl. Mawar,Jl. Melati,Jl. Pendidikan',
  'Jl. Cempaka,Jl. Kenanga,Gg. Damai,Gg. Rukun,Jl. Pelabuhan,Jl. Pasar Baru,Jl. Poros Bandara,Jl. Lorong Mesjid',
  'Jl. Dr. Sutomo,Jl. Sam Ratulangi,Jl. Martha Christina Tiahahu,Perum Griya Asri,Perum Bumi Indah,Kompleks BTN',
].flatMap((line) => line.split(','))
