/** One measured thing beside its peer, in one run on one machine. */
export interface Figure {
  readonly bench: string
  readonly what: string
  /** Medians, in `unit`; smaller is better. */
  readonly ours: number
  readonly peer: number
  readonly peerName: string
  /** Further peers in the same run, by name. */
  readonly others?: Readonly<Record<string, number>>
  readonly unit: string
  /** What `ours / peer` should not exceed, where the issue names a goal. */
  readonly goal?: number
  /** What `ours` should not exceed, in `unit`, where the issue names such a goal. */
  readonly most?: number
  /** The option without which it is not measured. */
  readonly onlyBy?: string
  /** How the peers were set up, and what is not in the figure. */
  readonly notes?: readonly string[]
}

const ratioOf = ({ ours, peer }: Figure): number => ours / peer

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  if (found === undefined) throw new Error('nothing was measured')
  return found
}

const isSame = (one: Figure) => (other: Figure) => one.bench === other.bench && one.what === other.what

/** A ratio that grew by more than a quarter since these figures, or that is no number any more, is a regression. */
export function grownSince(before: readonly Figure[], figures: readonly Figure[]): Figure[] {
  return figures.filter((figure) => {
    const old = before.find(isSame(figure))
    return old !== undefined && !(ratioOf(figure) <= 1.25 * ratioOf(old))
  })
}

/** What the benches of these names measured before and do not measure now: so nothing gets worse by not being looked at. */
export function goneSince(
  before: readonly Figure[],
  figures: readonly Figure[],
  names: readonly string[],
): Figure[] {
  return before.filter(
    (old) => names.includes(old.bench) && old.onlyBy === undefined && !figures.some(isSame(old)),
  )
}

/** The figures as a table of Markdown. */
export function tableOf(figures: readonly Figure[], grown: readonly Figure[] = []): string {
  const rows = figures.map((figure) => [
    figure.bench,
    figure.what,
    `${written(figure.ours)} ${figure.unit}`,
    [[figure.peerName, figure.peer] as const, ...Object.entries(figure.others ?? {})]
      .map(([name, value]) => `${written(value)} ${figure.unit} (${name})`)
      .join(', '),
    `${written(ratioOf(figure))}${grown.includes(figure) ? ' ← grew by more than a quarter' : ''}`,
    [
      ...(figure.goal === undefined ? [] : [`≤ ${written(figure.goal)}`]),
      ...(figure.most === undefined ? [] : [`≤ ${written(figure.most)} ${figure.unit}`]),
    ].join(', '),
  ])
  return [
    ['bench', 'what', 'ours', 'peer', 'ratio', 'goal'],
    ['---', '---', '---', '---', '---', '---'],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** Each note once, in the order of the figures. */
export function notesOf(figures: readonly Figure[]): string {
  return [...new Set(figures.flatMap(({ notes = [] }) => notes))].map((note) => `- ${note}`).join('\n')
}

function written(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
