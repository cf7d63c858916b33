import type { Sla } from '#domain/ticket/sla.ts'
import classes from '#renderer/screens/ticket/sla.module.css'
import { useClock } from '#renderer/ui/useClock.ts'
import { useFormat, type Format } from '#renderer/words/format.ts'
import { useWords, type Words } from '#renderer/words/words.ts'

interface Part {
  readonly from: number
  readonly to: number
  /** Why the clock stood; absent while it ran. */
  readonly stopped?: string
}

/** The ticket's clock as a line: where it ran, where it stood, until when, and the same in words. */
export function SlaLine({ sla }: { readonly sla: Sla }) {
  const words = useWords()
  const format = useFormat()
  const now = useClock(30_000)
  const parts = partsOf(sla, now, words)
  const first = sla.openedAt
  const last = Math.max(now, sla.dueAt ?? 0, parts.at(-1)?.to ?? 0)
  const share = (from: number, to: number) => `${(100 * Math.max(0, to - from)) / Math.max(1, last - first)}%`
  return (
    <section className={classes['sla']} aria-label={words.ticketing.sla.label}>
      <div className={classes['track']} aria-hidden>
        {parts.map((part) => (
          <span
            key={part.from}
            className={classes['part']}
            data-stopped={part.stopped !== undefined}
            data-late={sla.dueAt !== undefined && part.to > sla.dueAt && part.stopped === undefined}
            style={{ width: share(part.from, part.to) }}
            title={partWords(part, now, format, words)}
          />
        ))}
        {sla.dueAt === undefined ? null : (
          <span className={classes['dueAt']} style={{ insetInlineStart: share(first, sla.dueAt) }} />
        )}
      </div>
      <p className={classes['words']} data-late={sla.state !== 'stopped' && (sla.dueAt ?? now) < now}>
        {sentence(sla, now, format, words)}{' '}
        <span>{words.ticketing.sla.target(format.span(sla.targetMs))}</span>
      </p>
    </section>
  )
}

function partsOf({ openedAt, stops, state }: Sla, now: number, { terms }: Words): readonly Part[] {
  const parts: Part[] = []
  let from = openedAt
  for (const { status, since, until = now } of stops) {
    parts.push({ from, to: since })
    // What is done needs no line of its standing still.
    if (state === 'stopped' && until === now) return parts.filter(({ to }) => to > openedAt)
    parts.push({ from: since, to: Math.max(since, until), stopped: terms.ticketStatus[status] })
    from = Math.max(since, until)
  }
  return [...parts, { from, to: state === 'running' ? Math.max(from, now) : from }].filter(
    (part) => part.to > part.from,
  )
}

function partWords(part: Part, now: number, format: Format, { ticketing }: Words): string {
  const [from, to] = [
    format.when(part.from, now),
    part.to >= now ? ticketing.sla.now : format.when(part.to, now),
  ]
  return part.stopped === undefined ? ticketing.sla.run(from, to) : ticketing.sla.stop(part.stopped, from, to)
}

function sentence(sla: Sla, now: number, format: Format, { ticketing, terms }: Words): string {
  const say = ticketing.sla
  const { dueAt, stops } = sla
  const last = stops.at(-1)
  if (sla.state === 'stopped') return dueAt === undefined ? say.met : say.missed(format.dateTime(dueAt))
  if (dueAt === undefined)
    return say.standing(
      last === undefined ? '' : terms.ticketStatus[last.status],
      format.when(last?.since ?? now, now),
      format.span(Math.max(60_000, sla.leftMs ?? 0)),
    )
  const length = format.span(Math.max(60_000, Math.abs(dueAt - now)))
  return dueAt < now
    ? say.dueSince(format.dateTime(dueAt), length)
    : say.dueIn(format.dateTime(dueAt), length)
}
