/** Text in pieces as whole lines. Throws when it does not end with one, or is longer than `most` signs. */
export async function* linesOf(text: AsyncIterable<string>, most: number): AsyncGenerator<string> {
  let length = 0
  let begun: string[] = []
  for await (const piece of text) {
    length += piece.length
    if (length > most) throw new Error('more text than a courier file holds')
    const [end = '', ...further] = piece.split('\n')
    begun.push(end)
    for (const next of further) {
      yield begun.join('')
      begun = [next]
    }
  }
  if (begun.join('') !== '') throw new Error('the last line has no end')
}
