import { BarChart } from '@mantine/charts'
import { VisuallyHidden } from '@mantine/core'
import { contactTargetSeconds } from '#domain/contact/contact.ts'
import type { ContactFigures, Counted } from '#domain/day/contact-figures.ts'
import classes from '#renderer/screens/day/day.module.css'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { useReasonName } from '#renderer/work/ReasonSelect.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface ChartsProps {
  readonly figures: ContactFigures
  readonly by: 'hour' | 'day'
}

/** How the contacts fall over the hours or the days, through which channels and why. */
export function Charts({ figures, by }: ChartsProps) {
  const { day, terms } = useWords()
  const reasonName = useReasonName()
  const format = useFormat()
  const hours = figures.byHour
    .map((value, hour) => ({ at: `${String(hour).padStart(2, '0')}.00`, value }))
    .filter(({ value }, hour) => value > 0 || (hour >= 7 && hour < 21))
  const days = figures.byDay.map(({ at, contacts }) => ({ at: format.shortDate(at), value: contacts }))
  const handles = figures.byDay.map(({ at, meanHandle }) => ({
    at: format.shortDate(at),
    value: Math.round(meanHandle),
  }))
  return (
    <div className={classes['charts']}>
      {by === 'hour' ? (
        <Bars title={day.byHour} axis={day.hour} unit={day.contacts} points={hours} />
      ) : (
        <>
          <Bars title={day.byDay} axis={day.date} unit={day.contacts} points={days} />
          <Bars
            title={day.handleByDay}
            axis={day.date}
            unit={day.seconds}
            points={handles}
            line={contactTargetSeconds}
          />
        </>
      )}
      <Shares title={day.byChannel} rows={figures.byChannel} nameOf={(channel) => terms.channel[channel]} />
      <Shares title={day.byReason} rows={figures.byReason} nameOf={reasonName} />
    </div>
  )
}

interface BarsProps {
  readonly title: string
  readonly axis: string
  readonly unit: string
  readonly points: readonly { readonly at: string; readonly value: number }[]
  /** A value to compare with. */
  readonly line?: number
}

/** Bars for eyes, and the same as a table for ears. */
function Bars({ title, axis, unit, points, line }: BarsProps) {
  const { day } = useWords()
  return (
    <figure className={classes['chart']}>
      <figcaption>
        <SectionTitle>{title}</SectionTitle>
      </figcaption>
      {points.every(({ value }) => value === 0) ? (
        <p className={classes['calm']}>{day.chartEmpty}</p>
      ) : (
        <div aria-hidden="true">
          <BarChart
            h={160}
            data={points.map((point) => ({ ...point }))}
            dataKey="at"
            series={[{ name: 'value', label: unit, color: 'var(--mantine-primary-color-filled)' }]}
            tickLine="none"
            barChartProps={{ accessibilityLayer: false }}
            yAxisProps={{
              allowDecimals: false,
              width: 36,
              domain: [0, (most: number) => Math.max(most, line ?? 0)],
            }}
            barProps={{ isAnimationActive: false }}
            referenceLines={
              line === undefined
                ? []
                : [{ y: line, color: 'var(--loket-attention)', label: day.target(String(line)) }]
            }
          />
        </div>
      )}
      <VisuallyHidden>
        <PointTable title={title} axis={axis} unit={unit} points={points} />
      </VisuallyHidden>
    </figure>
  )
}

function PointTable({ title, axis, unit, points }: BarsProps) {
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{axis}</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ at, value }) => (
          <tr key={at}>
            <th scope="row">{at}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface SharesProps<K extends string> {
  readonly title: string
  readonly rows: readonly Counted<K>[]
  readonly nameOf: (key: K) => string
}

const mostRows = 6

/** The most frequent, each with a bar as long as its share of the first. */
function Shares<K extends string>({ title, rows, nameOf }: SharesProps<K>) {
  const { day } = useWords()
  const format = useFormat()
  const most = rows[0]?.count ?? 1
  return (
    <section className={classes['chart']} aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      {rows.length === 0 ? <p className={classes['calm']}>{day.chartEmpty}</p> : null}
      <ol className={classes['shares']}>
        {rows.slice(0, mostRows).map(({ key, count }) => (
          <li key={key}>
            <span>{nameOf(key)}</span>
            <span
              className={classes['share']}
              style={{ inlineSize: `${(count / most) * 100}%` }}
              aria-hidden
            />
            <span>{format.count(count)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
