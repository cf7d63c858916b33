import { expect, test } from 'vitest'
import type { Customer } from '#domain/customer/customer.ts'
import { index } from '#renderer/search/fill-index.ts'
import { createSearchIndex } from '#renderer/search/search-index.ts'
import { customerIdOf, make, sizesOf } from '#tests/bench/desk/rows.ts'

const people: Readonly<Record<string, Partial<Customer>>> = {
  moh: { name: 'Mohammad Rizki Pratama', phone: '+628175550123' },
  muh: { name: 'Muh. Syahrul', phone: '+6285512345678' },
  mukh: { name: 'Mukhammad Yasin', phone: '+6285512345001' },
  nur: { name: "Nur'aini Ma’ruf", phone: '+6281270001343' },
  jum: { name: 'Jumʼat Sa`diyah', phone: '+6281270001344' },
  des: { name: 'Désirée Núñez-Söderström', phone: '+6281911110000' },
  rene: { name: 'Rene\u0301e O\u2019Brien', phone: '+6281911110001' },
  anis: { name: 'Annisa Tjahjadi', phone: '+6281911110002' },
  soe: { name: 'Soekarno Djojohadikoesoemo', phone: '+6281911110003' },
  pt: { name: 'PT. Maju-Jaya Abadi, Tbk', phone: '+62401312345', altPhone: '+628179990812' },
  siti: { name: 'dr. Hj. Siti Aisyah, Sp.A', phone: '+6281911110005', email: 'siti.aisyah_77@gmail.com' },
  suharto: { name: 'Suharto', phone: '+6281911110006' },
  anh: { name: 'Nguyễn Thị Ánh Đặng', phone: '+84912345678' },
  lukasz: { name: 'Łukasz Øvergård', phone: '+6281911110009' },
}

const tickets = {
  t1: 'T-JKT1-2611-0042',
  t2: 'T-TNT2-2611-0043',
  t3: 'T-DJB1-2611-0045',
  t4: 'T-BKK5-2611-0046',
} as const

/** Among three thousand others. */
function filled() {
  const search = createSearchIndex()
  const sizes = sizesOf(3000)
  for (let n = 0; n < sizes.customers; n++)
    index(search, {
      collection: 'customers',
      id: customerIdOf(n),
      record: make.customers(n, sizes) as Customer,
    })
  for (const [n, [id, person]] of Object.entries(people).entries()) {
    const record = {
      id,
      code: `C-JKT-${String(n).padStart(6, '0')}`,
      nikLast4: '9917',
      ...person,
    } as Customer
    index(search, { collection: 'customers', id, record })
  }
  const line = { id: 's1', customerId: 'suharto', msisdn: '+628782345678', iccidTail: '551234' }
  index(search, { collection: 'subscriptions', id: 's1', record: line as never })
  for (const [id, code] of Object.entries(tickets))
    index(search, { collection: 'tickets', id, record: { id, code, subject: 'Kuota tidak masuk' } as never })
  return search
}

const search = filled()

/** As people write them: each is among the first twelve, which is what the screen shows. */
const written: Readonly<Record<string, readonly string[]>> = {
  moh: ['mohamad rizki', 'pratama muh', 'MOHD RIZKI', 'm rizki pratama', 'rizki, mohammad', 'riz moh pra'],
  muh: ['muhamad syahrul', 'mhd syahrul', 'Mohamed Syahrul', 'mochammad syahrul'],
  mukh: ['mukhamad yasin', 'Mohammad Yasin', 'yasin muh'],
  nur: ['nuraini', "nur'aini", 'nur aini', 'Nur`aini', 'maruf', "ma'ruf nur"],
  jum: ['jumat', "jum'at", 'sadiyah'],
  des: ['desiree nunez', 'soderstrom', 'NUÑEZ SÖDERSTRÖM', 'Desire'],
  rene: ['renee', 'obrien', "o'brien renée", 'o brien'],
  anis: ['annissa tjahjadi', 'anisa cahjadi', 'cahjadi anis'],
  soe: ['sukarno', 'Djojohadikusumo', 'jojohadikusumo soekarno'],
  pt: ['maju jaya', 'pt maju', '0401 312345', '(0401)312345', '312345', '+62 401 312345', '9990812', '90812'],
  siti: ['siti.aisyah_77@gmail.com', 'aisyah_77', 'aisyah siti', 'sp.a aisyah'],
  suharto: ['0878 2345 678', '345678', '551234'],
  anh: ['nguyen thi anh', 'dang nguyen', '+84912345678', '912345678'],
  lukasz: ['lukasz', 'overgard lukasz'],
  t1: ['T-JKT1-2611-0042', 'tjkt126110042', 't jkt1 2611 0042', 'T‑JKT1‑2611‑0042', '2611-0042', '0042'],
  t2: ['t-tnt2-2611-0043', 'ttnt226110043'],
  t3: ['TDJB126110045', 'djb1-2611-0045'],
  t4: ['tbkk526110046', 'bkk5 0046'],
}

test.for(Object.entries(written))('%s is found however it is written', ([id, texts]) => {
  for (const text of texts)
    expect(
      search.find(text, 12).targets.map((target) => target.id),
      text,
    ).toContain(id)
})

test('a mobile number is found in any form, and by its last four to eight digits', () => {
  const number = '5550123'
  const forms = ['0817', '817', '+62817', '62 817', '0062 817', '+62 (0)817', '+62 0817', 'tel:+62817']
  for (const form of forms)
    for (const text of [`${form}${number}`, `${form} 5550 123`, `${form}-5550-123`, `${form}.5550.123`])
      expect(search.find(text, 12).targets, text).toEqual([{ kind: 'customer', id: 'moh' }])
  for (let digits = 4; digits <= 8; digits++) {
    const text = '08175550123'.slice(-digits)
    expect(
      search.find(text, 12).targets.map(({ id }) => id),
      text,
    ).toContain('moh')
  }
})

test('the one number that ends with four digits stands before the many that begin with them', () => {
  const many = createSearchIndex()
  const put = (id: string, phone: string) =>
    index(many, { collection: 'customers', id, record: { id, code: id, name: 'Budi', phone } as Customer })
  for (let n = 0; n < 2000; n++) put(`begins${n}`, `+6281${230_000_000 + n}`)
  put('ends', '+628179998123')
  expect(many.find('8123', 12).targets[0]?.id).toBe('ends')
  expect(many.find('8123', 12).more).toBe(true)
})
