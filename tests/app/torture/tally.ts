type Ask = (statement: string) => Promise<readonly object[]>

interface Piece {
  readonly collection: 'customers' | 'contacts' | 'tickets'
  readonly field: 'name' | 'note' | 'subject'
  readonly marker: string
}

interface Attempt {
  readonly pieces: readonly Piece[]
  /** The page had said so before the kill. */
  saved: boolean
}

/** What the automatic agent tried, what the screen called saved of it, and what headquarters has in the end. */
export class Tally {
  readonly attempts: Attempt[] = []

  /** Notes the attempt, waits for the screen, and notes that it spoke. */
  async trying(pieces: readonly Piece[], work: () => Promise<void>): Promise<void> {
    const attempt: Attempt = { pieces, saved: false }
    this.attempts.push(attempt)
    await work()
    attempt.saved = true
  }

  async outcome(ask: Ask): Promise<{ saved: number; arrived: number; lost: string[]; doubled: string[] }> {
    const counted = new Map<string, number>()
    for (const [collection, field] of [
      ['customers', 'name'],
      ['contacts', 'note'],
      ['tickets', 'subject'],
    ]) {
      const rows = await ask(
        `select body->>'${field}' as marker, count(*)::int as n from document
         where collection = '${collection}' and body->>'${field}' like 'Uji %' group by 1`,
      )
      for (const row of rows as { marker: string; n: number }[])
        counted.set(`${collection} ${row.marker}`, row.n)
    }
    const countOf = (piece: Piece) => counted.get(`${piece.collection} ${piece.marker}`) ?? 0
    const pieces = this.attempts.flatMap((attempt) => attempt.pieces)
    const saved = this.attempts.filter((attempt) => attempt.saved)
    return {
      saved: saved.length,
      arrived: this.attempts.filter((attempt) => attempt.pieces.every((piece) => countOf(piece) > 0)).length,
      lost: saved.flatMap((attempt) =>
        attempt.pieces.filter((piece) => countOf(piece) === 0).map(({ marker }) => marker),
      ),
      doubled: pieces.filter((piece) => countOf(piece) > 1).map(({ marker }) => marker),
    }
  }
}
