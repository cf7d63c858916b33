import type { Page } from '@playwright/test'

/** What a person would have felt of a page's own thread. */
export interface Frames {
  readonly seconds: number
  readonly perSecond: number
  /** The longest time between two frames, and how many were over 50 ms. */
  readonly longestGap: number
  readonly over50: number
  /** By the browser's own count: tasks over 50 ms. */
  readonly longTasks: number
  readonly longestTask: number
}

/** Counts the frames of a page until `during` is through. */
export async function framesDuring(page: Page, during: () => Promise<unknown>): Promise<Frames> {
  await page.evaluate(() => {
    const watched = { began: performance.now(), gaps: [] as number[], tasks: [] as number[], over: false }
    Object.assign(globalThis, { watched })
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.tasks.push(duration)
    })
    observer.observe({ type: 'longtask' })
    let last = performance.now()
    const look = () => {
      const now = performance.now()
      watched.gaps.push(now - last)
      last = now
      if (watched.over) observer.disconnect()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await during()
  return page.evaluate(() => {
    const { watched } = globalThis as unknown as {
      watched: { began: number; gaps: number[]; tasks: number[]; over: boolean }
    }
    watched.over = true
    const { gaps, tasks } = watched
    const seconds = (performance.now() - watched.began) / 1000
    return {
      seconds,
      perSecond: gaps.length / seconds,
      longestGap: Math.max(...gaps),
      over50: gaps.filter((gap) => gap > 50).length,
      longTasks: tasks.length,
      longestTask: Math.max(0, ...tasks),
    }
  })
}
