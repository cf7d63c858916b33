interface FigureProps {
  readonly name: string
  readonly value: string
  readonly aside?: string
  readonly isOver?: boolean
}

/** A name and a large value, inside of a `dl`. */
export function Figure({ name, value, aside, isOver = false }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong data-over={isOver}>{value}</strong>
        {aside === undefined ? null : <span>{aside}</span>}
      </dd>
    </div>
  )
}
