import type { Page } from '@playwright/test'

/** What stands on the page once a screen is whole. CSS selectors. */
export interface Whole {
  /** One of these has the text. */
  readonly there: string
  readonly text: string
  /** And none of these is left. */
  readonly gone: string
}

/** When all of a screen was painted, from its key. */
export interface Shown {
  /** From the key's own time until after the frame. */
  readonly ms: number
  /** Which of the frames it was that the window began after the key: 1 is the first, before which nothing else can be seen. */
  readonly frame: number
}

/**
 * A key, and what it paints one after the other. The key stays down meanwhile, as a finger would keep it: Chromium lets what a
 * worker answers wait for the frame behind each key, and behind each key that goes up too.
 */
export async function painted(page: Page, key: string, ...wholes: readonly Whole[]): Promise<Shown[]> {
  await page.evaluate((all) => {
    const isWhole = (wanted: Whole) =>
      document.querySelector(wanted.gone) === null &&
      [...document.querySelectorAll(wanted.there)].some((each) => each.textContent.includes(wanted.text))
    // What is said in a frame is heard once that frame has been painted. Said by other ways it would wait behind the key, for the
    // frame after it.
    const said = all.map((_, place) => [0, 1].map(() => new BroadcastChannel(`painted ${place}`)))
    const afterPaint = (place: number) =>
      new Promise<number>((done) => {
        const [inFrame, behind] = said[place] ?? []
        behind?.addEventListener('message', () => {
          done(performance.now())
          for (const each of [inFrame, behind]) each?.close()
        })
        inFrame?.postMessage(undefined)
      })
    const took = new Promise<Shown[]>((resolve, reject) => {
      const onKey = ({ key: pressed, timeStamp }: KeyboardEvent) => {
        if (pressed === 'Control') return
        removeEventListener('keydown', onKey, { capture: true })
        const shown: Promise<Shown>[] = []
        let frame = 0
        const look = () => {
          frame += 1
          const now = frame
          for (let next = all[shown.length]; next !== undefined && isWhole(next); next = all[shown.length])
            shown.push(afterPaint(shown.length).then((at) => ({ ms: at - timeStamp, frame: now })))
          if (shown.length < all.length) requestAnimationFrame(look)
          else resolve(Promise.all(shown))
        }
        // Before anybody acts on the key, so for the first frame that can show what they do.
        requestAnimationFrame(look)
      }
      setTimeout(() => reject(new Error(`never painted: ${JSON.stringify(all)}`)), 10_000)
      addEventListener('keydown', onKey, { capture: true })
    })
    took.catch(() => undefined)
    Object.assign(globalThis, { took })
  }, wholes)
  const keys = key.split('+')
  for (const each of keys) await page.keyboard.down(each)
  const shown = await page.evaluate(() => (globalThis as unknown as { took: Promise<Shown[]> }).took)
  for (const each of keys.toReversed()) await page.keyboard.up(each)
  return shown
}

/** What the same window takes for the same texts: a bare line for each, over everything, drawn by the key itself. */
export async function paintedBare(page: Page, within: string): Promise<Shown> {
  await page.evaluate((selector) => {
    const texts: string[] = []
    const walk = document.createTreeWalker(document.querySelector(selector) ?? document, NodeFilter.SHOW_TEXT)
    while (walk.nextNode() !== null) texts.push(walk.currentNode.nodeValue ?? '')
    const draw = () => {
      const bare = document.createElement('div')
      bare.id = 'bare'
      bare.style.cssText = 'position: fixed; inset: 0; z-index: 9999; overflow: hidden; background: white'
      for (const text of texts)
        bare.append(Object.assign(document.createElement('div'), { textContent: text }))
      document.body.append(bare)
    }
    addEventListener('keydown', draw, { capture: true, once: true })
  }, within)
  const [shown] = await painted(page, 'Pause', { there: '#bare', text: '', gone: '#none' })
  await page.evaluate(() => document.querySelector('#bare')?.remove())
  if (shown === undefined) throw new Error('bare lines were not painted')
  return shown
}
