/** A span of time on a page, ms from the beginning of what is drawn. */
export interface Span {
  readonly at: number
  readonly took: number
}

const size = { width: 960, height: 220, left: 44, bottom: 28, top: 30 }
/** ms; whatever is longer reaches the edge. */
const tallest = 60
/** ms: a frame at 60 Hz, and what nobody should feel. */
const lines = [16.7, 50]

/**
 * A small picture of a page's thread over time: a bar for each of its tasks (time on a processor), and behind it the
 * frames, each as high as it was long (by the clock). SVG.
 */
export function frameChart(title: string, frames: readonly Span[], tasks: readonly Span[]): string {
  const { width, height, left, bottom, top } = size
  const end = Math.max(...[...frames, ...tasks].map(({ at, took }) => at + took), 1)
  const x = (ms: number) => left + (ms / end) * (width - left)
  const y = (ms: number) => top + (1 - Math.min(ms, tallest) / tallest) * (height - top - bottom)
  const bars = (spans: readonly Span[], color: string) =>
    spans
      .map(
        ({ at, took }) =>
          `<rect x="${x(at).toFixed(1)}" y="${y(took).toFixed(1)}" width="${Math.max(0.8, x(at + took) - x(at)).toFixed(1)}" height="${(y(0) - y(took)).toFixed(1)}" fill="${color}"/>`,
      )
      .join('')
  const seconds = Array.from({ length: Math.floor(end / 1000) + 1 }, (_, second) => second)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="#fff"/><text x="8" y="18" font-size="13">${title}</text>`,
    bars(frames, '#d8dde6'),
    bars(
      tasks.filter(({ took }) => took >= 0.5),
      '#2f5fb3',
    ),
    ...lines.map(
      (ms) =>
        `<path d="M${left} ${y(ms)}H${width}" stroke="#b3402f" stroke-dasharray="4 4"/><text x="4" y="${y(ms) + 4}">${ms} ms</text>`,
    ),
    ...seconds.map((second) => `<text x="${x(second * 1000)}" y="${height - 10}">${second} s</text>`),
    '</svg>\n',
  ].join('\n')
}
