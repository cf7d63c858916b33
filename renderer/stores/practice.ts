/** The page's address says it, so that a page that is loaded anew stays in practice, and a new start is real work again. */
const mark = 'practice'

/** Whether somebody practises here with made-up data. Everything that leaves the PC, also paper, must say it or not go. */
export function isPractice(): boolean {
  return new URLSearchParams(window.location.search).has(mark)
}

/** The page is loaded anew: no thread, database or memory of the one side is there on the other. */
export function enterPractice(): void {
  window.location.assign(`/?${mark}`)
}

export function leavePractice(): void {
  window.location.assign('/')
}
