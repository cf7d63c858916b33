import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import type { Answer, Notices, Requests } from '../shared/channels.ts'
import { isAppUrl } from './app-url.ts'
import { log } from './log.ts'
import { Refusal } from './refusal.ts'

type Result<C extends keyof Requests> = Awaited<ReturnType<Requests[C]>>

/** Answers one channel: the sender is checked, then the arguments, and only then the handler runs. */
export function answer<C extends keyof Requests>(
  channel: C,
  args: z.ZodType<Parameters<Requests[C]>>,
  handler: (...args: Parameters<Requests[C]>) => Result<C> | Promise<Result<C>>,
): void {
  ipcMain.handle(channel, async (event, ...raw: unknown[]): Promise<Answer> => {
    if (!isOurs(event)) return { refused: `${channel}: only Loket's own page may ask` }
    const { success, data } = args.safeParse(raw)
    if (!success) return { refused: `${channel}: these arguments are not understood` }
    try {
      return { value: await handler(...data) }
    } catch (error) {
      return { refused: `${channel}: ${wordsFor(channel, error)}` }
    }
  })
}

export function tell<C extends keyof Notices>(channel: C, payload: Notices[C]): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, payload)
}

/** Only the main frame of our page; a frame that is gone or has navigated counts as a stranger. */
function isOurs({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url)
}

/** The page learns a refusal's words or a system code such as ENOSPC; the rest is for the log. */
function wordsFor(channel: string, error: unknown): string {
  if (error instanceof Refusal) return error.message
  log.error(`${channel} failed`, error)
  return (error as NodeJS.ErrnoException).code ?? 'failed'
}
