import { useEffect } from 'react'

/** Marks the page as ready once what stands beside it has been painted; measurements and tests wait for it. */
export function Painted() {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      document.body.dataset['ready'] = 'yes'
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return null
}
