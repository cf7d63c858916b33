import { capture } from '#tests/bench/desk/page/capture.ts'
import { fill } from '#tests/bench/desk/page/fill.ts'
import { read } from '#tests/bench/desk/page/read.ts'
import { buildIndex, searchIndex } from '#tests/bench/desk/page/search.ts'

/** What the harness may run in this page. What passes is cloned. */
const tasks = { fill, read, capture, buildIndex, searchIndex } as const
export type Tasks = typeof tasks

declare global {
  interface Window {
    readonly tasks: Tasks
  }
}

Object.assign(window, { tasks })
