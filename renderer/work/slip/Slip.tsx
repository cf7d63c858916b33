import type { SlipFormat } from '#renderer/stores/settings.ts'
import { QrSquare } from '#renderer/work/slip/QrSquare.tsx'
import classes from '#renderer/work/slip/slip.module.css'
import type { SlipContent } from '#renderer/work/slip/slip-content.ts'
import { catalogues } from '#renderer/words/words.ts'

interface SlipProps {
  readonly content: SlipContent
  readonly format: SlipFormat
  /** Made-up work: the paper says so. */
  readonly practised?: boolean
}

/** A slip as it comes out of the printer. Plain elements and ink on white, whatever the console looks like. */
export function Slip({ content, format, practised = false }: SlipProps) {
  const { centre, time, title, code, codeLabel, qr, copy, parts, foot } = content
  return (
    <article className={classes['slip']} data-format={format} lang={content.language}>
      <header>
        <strong>{centre}</strong>
        <span>{time}</span>
      </header>
      <h1>{title}</h1>
      {practised ? (
        <p className={classes['copy']}>{catalogues[content.language].slip.paper.practice}</p>
      ) : null}
      {copy === undefined ? null : <p className={classes['copy']}>{copy}</p>}
      {code === undefined ? null : (
        <div className={classes['code']}>
          {codeLabel === undefined ? null : <span>{codeLabel}</span>}
          <b data-short={code.length <= 6}>{code}</b>
          {qr === undefined ? null : <QrSquare text={qr} className={classes['qr'] ?? ''} />}
        </div>
      )}
      {parts.map(({ heading, lines }) => (
        <section key={heading ?? lines.join()}>
          {heading === undefined ? null : <h2>{heading}</h2>}
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
      {foot.length === 0 ? null : (
        <footer>
          {foot.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      )}
    </article>
  )
}
