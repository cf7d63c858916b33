import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '#build/root.ts'
import { frameChart, type Span } from './frame-chart.ts'

/** What a person would have felt of a page's own thread. ms, but for the first. */
export interface Frames {
  readonly seconds: number
  /** The longest time between two frames, and how many were over 50. A busy machine makes them longer. */
  readonly longestGap: number
  readonly gapsOver50: number
  /** The longest task of the thread that paints, by the time for which it had a processor, and how many were over 50. */
  readonly longestTask: number
  readonly tasksOver50: number
  /** All of its work. */
  readonly work: number
}

/** Where the frames are kept as a picture and a trace, and what is written over it. */
export interface Kept {
  readonly name: string
  readonly title: string
}

/** Counts the frames of a page, and the tasks of its thread, until `during` is through. */
export async function framesDuring(page: Page, during: () => Promise<unknown>, kept?: Kept): Promise<Frames> {
  const stopTasks = await tasksOf(page)
  await page.evaluate(() => {
    const watched = { began: performance.now(), gaps: [] as number[], over: false }
    Object.assign(globalThis, { watched })
    let last = performance.now()
    const look = () => {
      const now = performance.now()
      watched.gaps.push(now - last)
      last = now
      if (!watched.over) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await during()
  const { gaps, seconds } = await page.evaluate(() => {
    const { watched } = globalThis as unknown as {
      watched: { began: number; gaps: number[]; over: boolean }
    }
    watched.over = true
    return { gaps: watched.gaps, seconds: (performance.now() - watched.began) / 1000 }
  })
  const traced = await stopTasks()
  if (kept !== undefined) keep(kept, gaps, traced)
  const tasks = traced.map(({ took }) => took)
  return {
    seconds,
    longestGap: Math.max(...gaps),
    gapsOver50: gaps.filter((gap) => gap > 50).length,
    longestTask: Math.max(...tasks),
    tasksOver50: tasks.filter((task) => task > 50).length,
    work: tasks.reduce((sum, task) => sum + task, 0),
  }
}

/** The trace for whoever wants to look closer (`out/bench`), the picture for the pages of docs/. */
function keep({ name, title }: Kept, gaps: readonly number[], tasks: readonly Span[]): void {
  let at = 0
  const frames = gaps.map((took): Span => ({ at: (at += took) - took, took }))
  mkdirSync(join(root, 'out/bench'), { recursive: true })
  writeFileSync(join(root, `out/bench/frames-${name}.json`), JSON.stringify({ frames, tasks }))
  writeFileSync(join(root, `docs/screens/frames-${name}.svg`), frameChart(title, frames, tasks))
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** µs */
  readonly ts: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Chromium's own trace of the tasks on the page's main thread: each with its time on a processor. */
async function tasksOf(page: Page): Promise<() => Promise<Span[]>> {
  const client = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  client.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[])
      if (event.name === 'RunTask' || event.name === 'thread_name') events.push(event)
  })
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['disabled-by-default-devtools.timeline'],
      // Else everything that Chromium traces by default comes too, by the gigabyte.
      excludedCategories: ['*'],
    },
  })
  return async () => {
    const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve))
    await client.send('Tracing.end')
    await complete
    await client.detach()
    const mains = new Set(
      events.filter(({ args }) => args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
    )
    const tasks = new Map<number, Span[]>()
    for (const { name, pid, tid, ts, tdur = 0 } of events)
      if (name === 'RunTask' && mains.has(`${pid} ${tid}`))
        (tasks.get(pid) ?? tasks.set(pid, []).get(pid))?.push({ at: ts / 1000, took: tdur / 1000 })
    // Chromium keeps a renderer in reserve, which does nothing.
    const workOf = (each: readonly Span[]) => each.reduce((sum, { took }) => sum + took, 0)
    const busiest = [...tasks.values()].toSorted((a, b) => workOf(b) - workOf(a))[0]
    if (busiest === undefined) throw new Error('the trace has no tasks')
    const began = Math.min(...busiest.map(({ at }) => at))
    return busiest.map(({ at, took }) => ({ at: at - began, took }))
  }
}
