import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'

interface WindowState {
  bounds: Rectangle
  maximized: boolean
}

/** Where the window was, if a screen is still there to show it. */
export function readWindowState(path: string): WindowState | undefined {
  try {
    const state = JSON.parse(readFileSync(path, 'utf8')) as WindowState
    const { x, y, width, height } = screen.getDisplayMatching(state.bounds).workArea
    const { bounds } = state
    const visible =
      bounds.x < x + width &&
      bounds.x + bounds.width > x &&
      bounds.y < y + height &&
      bounds.y + bounds.height > y
    return visible ? state : undefined
  } catch {
    return undefined
  }
}

export function rememberWindowState(window: BrowserWindow, path: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileSync(path, JSON.stringify(state))
    } catch {
      // A full disk must not keep the window open; the place of a window is not worth a word.
    }
  })
}
