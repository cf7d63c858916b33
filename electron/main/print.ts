import { dialog, type BrowserWindow, type WebContents } from 'electron'
import { writeFile } from 'node:fs/promises'
import type { PrintedAs, Printer, PrintRequest } from '../shared/bridge.ts'
import { log } from './log.ts'

const MICRONS_PER_INCH = 25_400

/** The printers that this machine knows now. */
export async function printersOf(contents: WebContents): Promise<Printer[]> {
  const printers = await contents.getPrintersAsync()
  return printers.map(({ name, displayName }) => ({ name, label: displayName || name }))
}

/** Puts what the page's print style shows on paper of exactly this size: on a printer, else in a PDF where the person says. */
export async function printPage(window: BrowserWindow, request: PrintRequest): Promise<PrintedAs> {
  return request.printer === undefined
    ? savePdf(window, request)
    : printOn(window.webContents, request.printer, request)
}

function printOn(
  contents: WebContents,
  deviceName: string,
  { width, height }: PrintRequest,
): Promise<PrintedAs> {
  return new Promise((resolve) => {
    // Without a size of ours Electron takes A4, whatever the printer holds.
    const pageSize = { width, height }
    const margins = { marginType: 'none' } as const
    contents.print({ silent: true, deviceName, pageSize, margins, printBackground: true }, (done, reason) => {
      if (!done) log.info(`a page was not printed: ${reason}`)
      resolve(done ? 'printed' : 'failed')
    })
  })
}

async function savePdf(window: BrowserWindow, { width, height, name }: PrintRequest): Promise<PrintedAs> {
  const pdf = await window.webContents.printToPDF({
    pageSize: { width: width / MICRONS_PER_INCH, height: height / MICRONS_PER_INCH },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
  })
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `${name}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (canceled || filePath === '') return 'cancelled'
  await writeFile(filePath, pdf)
  return 'saved'
}
