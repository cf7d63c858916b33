import { encode } from 'uqr'

/** The quiet border that scanners want around the square. */
const border = 4

/** A QR code as one path of an SVG, so that it is sharp on paper and needs no picture. */
export function QrSquare({ text, className }: { readonly text: string; readonly className?: string }) {
  const { data, size } = encode(text, { ecc: 'M', border })
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
  )
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text} data-qr={text}>
      <path d={dark.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
