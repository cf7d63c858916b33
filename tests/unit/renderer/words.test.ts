import { expect, test } from 'vitest'
import { catalogues } from '#renderer/words/words.ts'

/** A word of the catalogue with the path to it; what is filled in later stands as `3`. */
interface Word {
  readonly path: string
  readonly text: string
}

function wordsIn(value: unknown, path = ''): Word[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value === 'function') {
    const say = value as (...filled: readonly string[]) => unknown
    return wordsIn(say(...Array.from({ length: say.length }, () => '3')), path)
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => wordsIn(each, path === '' ? key : `${path}.${key}`))
}

const indonesian = wordsIn(catalogues.id)
const english = wordsIn(catalogues.en)
const both = [...indonesian, ...english]
const having = (words: readonly Word[], pattern: RegExp) =>
  words.filter(({ text }) => pattern.test(text)).map(({ path, text }) => `${path}: ${text}`)

test('each language says each thing, and with the same things filled in', () => {
  expect(english.map(({ path }) => path).toSorted()).toEqual(indonesian.map(({ path }) => path).toSorted())
  expect(indonesian.length).toBeGreaterThan(1000)
})

test('words are typeset: no empty ones, no stray spaces, no straight quotes, no dots for an ellipsis', () => {
  expect(having(both, /^\s*$/)).toEqual([])
  expect(having(both, /^\s|\s\s|\s[.,;:!?]/)).toEqual([])
  // What ends with a space or a colon is followed by something else on the same line.
  expect(having(both, /["']/)).toEqual([])
  expect(having(both, /\.\.\.|--| - /)).toEqual([])
})

test('where there is more than one sentence, the last one ends too', () => {
  // `08.00` and `v. 2` are no ends of a sentence.
  const sentences = /[a-z…”)][.!?] [A-Z“]/
  const open = both.filter(({ text }) => sentences.test(text) && !/[.!?…:”)]$/.test(text.trim()))
  expect(open.map(({ path, text }) => `${path}: ${text}`)).toEqual([])
})

test('nobody is blamed', () => {
  expect(
    having(
      indonesian,
      /Anda (salah|lupa|keliru|gagal)|kesalahan Anda|kelalaian|Anda tidak boleh|dilarang|ilegal/i,
    ),
  ).toEqual([])
  expect(
    having(
      english,
      /your (fault|mistake|error)|you (forgot|failed|made|entered) |invalid|illegal|wrong password/i,
    ),
  ).toEqual([])
})

test('Indonesian is spelled as KBBI has it, and has its own words', () => {
  const wrong =
    /\b(antri\w*|online|offline|upload|download|email|e-mail|login|logout|update|error|resiko|ijin|nomer|analisa|aktifitas|kwitansi|praktek|sistim|silahkan|merubah|dirubah|dimana|disini|disana|kesini|diatas|dibawah|ketik ulang|hapal|jadual|standarisasi|obyek|subyek|apabila|supaya|kamu|kalian)\b/i
  expect(having(indonesian, wrong)).toEqual([])
  // `di` before a place stands alone.
  expect(having(indonesian, /\bdi(pusat|loket|layar|kantor|katalog)\b/i)).toEqual([])
})

test('one thing has one word', () => {
  expect(having(indonesian, /\b(jika|apabila|jikalau)\b/i)).toEqual([])
  expect(having(indonesian, /\b(tertua|jalannya tiket|replika|gerai|tertahan)\b/i)).toEqual([])
  expect(having(english, /\b(replica|mend|mended|aim)\b/i)).toEqual([])
  // On paper, for customers, headquarters has its full name; in the console it is short.
  const onPaper = /^(slip|payments|orders)\.paper\./
  const console = indonesian.filter(({ path }) => !onPaper.test(path))
  expect(having(console, /kantor pusat/i)).toEqual([])
  // A bill is due on a day (`jatuh tempo`), a ticket has a `tenggat`.
  const ofTickets = indonesian.filter(({ path }) => /^(ticketing|day|work\.ticket|work\.due)/.test(path))
  expect(having(ofTickets, /jatuh tempo/i)).toEqual([])
})

test('money and numbers are written as each language writes them', () => {
  expect(having(both, /Rp\.? \d|Rp\.\d|IDR/)).toEqual([])
  expect(having(indonesian, /Rp\d+,\d{3}|\d,\d{3}/)).toEqual([])
  expect(having(english, /Rp\d+\.\d{3}/)).toEqual([])
})

test('in Indonesian people are addressed as Anda', () => {
  expect(having(indonesian, /\banda\b/)).toEqual([])
  expect(having(indonesian, /\b(kau|engkau|elo|Saudara)\b/)).toEqual([])
})
