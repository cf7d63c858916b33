import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { PrintedAs } from '#electron/shared/bridge.ts'
import { bridge } from '#renderer/stores/machine.ts'
import { isPractice } from '#renderer/stores/practice.ts'
import { useSettings, type SlipFormat } from '#renderer/stores/settings.ts'
import { Slip } from '#renderer/work/slip/Slip.tsx'
import classes from '#renderer/work/slip/slip.module.css'
import type { SlipContent } from '#renderer/work/slip/slip-content.ts'

/** `shown`: a browser opened its dialog and tells nobody what became of it. */
export type SlipPrinted = PrintedAs | 'shown'

const paperWidth: Readonly<Record<SlipFormat, number>> = { roll: 80, a6: 105 }
const a6Height = 148
const pixelsPerMillimetre = 96 / 25.4

/**
 * Puts a slip on paper as the settings of this PC say. It stands in the page only while it is printed, and the print
 * style shows nothing else. Work has to be saved before: paper cannot be taken back.
 */
export async function printSlip(content: SlipContent): Promise<SlipPrinted> {
  // Whoever asks from an effect is in the middle of React's work, where `flushSync` draws nothing yet.
  await Promise.resolve()
  const { slipFormat, slipPrinter } = useSettings.getState()
  // Two on one page would be one slip with two codes.
  if (document.querySelector(`.${classes['sheet'] ?? ''}`) !== null) return 'cancelled'
  const sheet = document.createElement('div')
  sheet.className = classes['sheet'] ?? ''
  sheet.ariaHidden = 'true'
  document.body.append(sheet)
  const root = createRoot(sheet)
  try {
    flushSync(() => root.render(<Slip content={content} format={slipFormat} practised={isPractice()} />))
    const size = { width: paperWidth[slipFormat], height: heightOf(sheet, slipFormat) }
    const style = document.createElement('style')
    style.textContent = `@page { size: ${size.width}mm ${size.height}mm; margin: 0 }`
    sheet.append(style)
    return await print(size, nameOf(content), slipPrinter)
  } finally {
    root.unmount()
    sheet.remove()
  }
}

/** In whole millimetres. A roll is cut where the words end. */
function heightOf(sheet: HTMLElement, format: SlipFormat): number {
  if (format === 'a6') return a6Height
  return Math.ceil(sheet.getBoundingClientRect().height / pixelsPerMillimetre)
}

/** What a PDF of it is called. */
function nameOf({ code, time }: SlipContent): string {
  return `slip-${code ?? time}`.replace(/[^\w.-]+/g, '-')
}

async function print(
  { width, height }: { readonly width: number; readonly height: number },
  name: string,
  printer: string,
): Promise<SlipPrinted> {
  const machine = bridge()
  if (machine === undefined) {
    window.print()
    return 'shown'
  }
  const size = { width: width * 1000, height: height * 1000 }
  try {
    return await machine.print.page({ ...size, name, ...(printer === '' ? {} : { printer }) })
  } catch {
    return 'failed'
  }
}
