import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

/** Rows beyond each edge, so that a turn of the wheel finds some. */
const beyond = 4
/** ms. While keys jump a list is not read further: each row that nobody sees would cost its frame. */
const rest = 150

interface Long {
  readonly count: number
  /** px */
  readonly rowHeight: number
  /** px, of what stands over the first row and stays there. */
  readonly headerHeight: number
  /** A short list draws all of its rows, and the browser scrolls it. */
  readonly isLong: boolean
}

/** Of a long list, the rows that are in the page: as many as the scroller shows, and a few more. All are equally high. */
export function useDrawn(scroller: RefObject<HTMLElement | null>, long: Long) {
  const { count, rowHeight, headerHeight, isLong } = long
  const [first, setFirst] = useState(0)
  const [height, setHeight] = useState<number>()
  const [more, setMore] = useState(beyond)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || !isLong) return
    const look = () => setFirst(Math.floor(element.scrollTop / rowHeight))
    const measure = () => setHeight(element.clientHeight)
    // Drawn at once: what has been scrolled is painted in this frame.
    const onScroll = () => flushSync(look)
    look()
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [scroller, isLong, rowHeight])
  useEffect(() => {
    if (more === beyond) return
    const timer = setTimeout(() => setMore(beyond), rest)
    return () => clearTimeout(timer)
  }, [more, first])

  function reveal(index: number): void {
    const element = scroller.current
    if (element === null || height === undefined) return
    const top = index * rowHeight
    const before = element.scrollTop
    const after = Math.max(top + rowHeight + headerHeight - height, Math.min(before, top))
    if (after === before) return
    element.scrollTo({ top: after, behavior: 'instant' })
    // With the key that asks for it, not with the scrolling of which the browser tells a frame later.
    setFirst(Math.floor(after / rowHeight))
    setMore(0)
  }

  if (!isLong) return { from: 0, to: count, reveal }
  // The last one may be cut off, and so may the first.
  const shown = height === undefined ? 0 : Math.ceil(height / rowHeight) + 1
  const from = Math.max(0, Math.min(first, count - shown) - more)
  return { from, to: Math.min(count, Math.min(first, count - 1) + shown + more), reveal }
}
