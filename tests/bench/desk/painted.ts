import type { Page } from '@playwright/test'

/** What stands on the page once a screen is whole. CSS selectors. */
export interface Whole {
  /** One of these has the text. */
  readonly there: string
  readonly text: string
  /** And none of these is left. */
  readonly gone: string
}

/** A key, and what it paints one after the other: ms from the key's own time until after the frame in which all of each stood on the page. */
export async function painted(page: Page, key: string, ...wholes: readonly Whole[]): Promise<number[]> {
  await page.evaluate((all) => {
    const isWhole = (wanted: Whole) =>
      document.querySelector(wanted.gone) === null &&
      [...document.querySelectorAll(wanted.there)].some((each) => each.textContent.includes(wanted.text))
    // A word that is posted from a frame is heard once that frame has been painted.
    const afterPaint = (then: () => void) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', then)
      port1.start()
      port2.postMessage(undefined)
    }
    const took = new Promise<number[]>((resolve, reject) => {
      const onKey = ({ key: pressed, timeStamp }: KeyboardEvent) => {
        if (pressed === 'Control') return
        removeEventListener('keydown', onKey, { capture: true })
        const painted: Promise<number>[] = []
        const look = () => {
          for (
            let next = all[painted.length];
            next !== undefined && isWhole(next);
            next = all[painted.length]
          )
            painted.push(new Promise((done) => afterPaint(() => done(performance.now() - timeStamp))))
          if (painted.length < all.length) requestAnimationFrame(look)
          else resolve(Promise.all(painted))
        }
        requestAnimationFrame(look)
      }
      setTimeout(() => reject(new Error(`never painted: ${JSON.stringify(all)}`)), 10_000)
      addEventListener('keydown', onKey, { capture: true })
    })
    took.catch(() => undefined)
    Object.assign(globalThis, { took })
  }, wholes)
  await page.keyboard.press(key)
  return page.evaluate(() => (globalThis as unknown as { took: Promise<number[]> }).took)
}

/** What the same window takes for the same texts: a bare line for each, over everything, drawn by the key itself. */
export async function paintedBare(page: Page, within: string): Promise<number> {
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
  const [took = 0] = await painted(page, 'Pause', { there: '#bare', text: '', gone: '#none' })
  await page.evaluate(() => document.querySelector('#bare')?.remove())
  return took
}
