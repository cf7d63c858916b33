/** One measured thing beside its peer, in one run on one machine. */
export interface Figure {
  readonly bench: string
  readonly what: string
  /** Medians, in `unit`; smaller is better. */
  readonly ours: number
  readonly peer: number
  readonly peerName: string
  readonly unit: string
  /** What `ours / peer` should not exceed, where the issue names a goal. */
  readonly goal?: number
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

/** A ratio that grew by more than a quarter since these figures is a regression. */
export function grownSince(before: readonly Figure[], figures: readonly Figure[]): Figure[] {
  return figures.filter((figure) => {
    const old = before.find((each) => each.bench === figure.bench && each.what === figure.what)
    return old !== undefined && ratioOf(figure) > 1.25 * ratioOf(old)
  })
}

/** The figures as a table of Markdown. */
export function tableOf(figures: readonly Figure[], grown: readonly Figure[] = []): string {
  const rows = figures.map((figure) => [
    figure.bench,
    figure.what,
    `${written(figure.ours)} ${figure.unit}`,
    `${written(figure.peer)} ${figure.unit} (${figure.peerName})`,
    `${written(ratioOf(figure))}${grown.includes(figure) ? ' ← grew by more than a quarter' : ''}`,
    figure.goal === undefined ? '' : `≤ ${written(figure.goal)}`,
  ])
  return [
    ['bench', 'what', 'ours', 'peer', 'ratio', 'goal'],
    ['---', '---', '---', '---', '---', '---'],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function written(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
