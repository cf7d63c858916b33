import { oddsOf, type Coder, type Odds } from '#domain/sync/columns/coder.ts'
import { bitsFor, whole } from '#domain/sync/columns/scope.ts'

/** What all columns of an answer share: how letters follow each other. */
export interface Letters {
  readonly odds: Odds[]
}

/** What came last after two words, and how often in a row. */
interface Guess {
  readonly kind: number
  readonly right: number
}

/** Words that come later in a text are all alike. */
const lastPlace = 12

const wordForm = /\d{1,15}|[^\d\s.,@-]+[\s.,@-]*|[\s.,@-]+/g
const end = 0
const digits = 1
const fresh = 2

/** Texts as words and runs of digits; words that came before in the column are named. */
export function texts(
  coder: Coder,
  given: readonly string[] | undefined,
  count: number,
  letters: Letters,
): string[] {
  const cut = given?.map((text) => text.match(wordForm) ?? [])
  const vocabulary = new Map<string, number>()
  for (const words of cut ?? [])
    for (const word of words)
      if (!isDigits(word) && !vocabulary.has(word)) vocabulary.set(word, vocabulary.size + 3)
  const bits = bitsFor(whole(coder, vocabulary.size) + 2)
  const known: string[] = []
  const spelled = new Set<string>()
  const common = oddsOf(bits)
  const guesses = new Map<number, Guess>()
  const odds = { guessed: [] as Odds[], words: [] as Odds[], lengths: [] as Odds[], digits: [] as Odds[][] }
  const follows = coder.raw(1, cut === undefined ? 0 : cut.some((words) => words.length > 8) ? 1 : 0)
  return Array.from({ length: count }, (_, row) => {
    const words = cut?.[row]
    let text = ''
    for (let place = 0, before = 0, earlier = 0; ; place++) {
      const word = words?.[place]
      const kind =
        word === undefined
          ? end
          : isDigits(word)
            ? digits
            : spelled.has(word)
              ? (vocabulary.get(word) ?? 0)
              : fresh
      const pair = earlier * 0x10000 + before
      const guess = follows === 1 ? guesses.get(pair) : undefined
      const context = follows === 1 ? before : Math.min(place, lastPlace)
      const isGuessed =
        guess !== undefined &&
        coder.symbol((odds.guessed[guess.right] ??= oddsOf(1)), guess.kind === kind ? 1 : 0) === 1
      const symbol = isGuessed
        ? guess.kind
        : coder.symbol(common, kind, (odds.words[context] ??= oddsOf(bits)))
      if (follows === 1)
        guesses.set(pair, { kind: symbol, right: isGuessed ? Math.min(guess.right + 1, 15) : 0 })
      earlier = before
      before = symbol
      if (symbol === end) return text
      if (symbol === digits) text += digitsOf(coder, odds, word, Math.min(place, lastPlace))
      else if (symbol === fresh) {
        const spelt = lettersOf(coder, letters, word)
        // The place that it has by now, for both sides alike.
        vocabulary.set(spelt, known.push(spelt) + 2)
        spelled.add(spelt)
        before = known.length + 2
        text += spelt
      } else text += known[symbol - 3] ?? noWord()
    }
  })
}

const isDigits = (word: string) => word >= '0' && word < ':'

/** The first digits of a run follow each other; the later ones are told by their place alone. */
const leading = 5
function digitsOf(
  coder: Coder,
  odds: { readonly lengths: Odds[]; readonly digits: Odds[][] },
  word: string | undefined,
  place: number,
): string {
  const length = coder.symbol((odds.lengths[place] ??= oddsOf(4)), word?.length ?? 0)
  const here = (odds.digits[place] ??= [])
  let text = ''
  for (let index = 0, before = 10; index < length; index++) {
    const context = index * 11 + (index < leading ? before : 10)
    before = coder.symbol((here[context] ??= oddsOf(4)), Number(word?.[index] ?? 0))
    text += before
  }
  return text
}

const beyond = 1

/** Letter by letter; what is not Latin-1 as it is. */
function lettersOf(coder: Coder, { odds }: Letters, word: string | undefined): string {
  let text = ''
  for (let index = 0, before = 0; ; index++) {
    const code = word === undefined || index === word.length ? 0 : word.charCodeAt(index)
    const symbol = coder.symbol(
      (odds[before] ??= oddsOf(8)),
      index === word?.length ? 0 : code > 255 || code < 2 ? beyond : code,
    )
    if (symbol === 0) return text
    text += String.fromCharCode(symbol === beyond ? coder.raw(16, code) : symbol)
    before = symbol
  }
}

function noWord(): never {
  throw new Error('these are no columns')
}
