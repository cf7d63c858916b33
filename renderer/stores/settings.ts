import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export type Language = 'id' | 'en'
export type Appearance = 'auto' | 'light' | 'dark'
/** Rows of 32 px, or of 40 px. */
export type Density = 'compact' | 'roomy'

/** A roll of 80 mm, cut where the words end; or a sheet of A6. */
export type SlipFormat = 'roll' | 'a6'

export interface Settings {
  readonly language: Language
  readonly appearance: Appearance
  readonly density: Density
  /** Single letters act as keys while no field has the focus (WCAG 2.1.4: they can be switched off). */
  readonly letterKeys: boolean
  /** Minutes without a touch after which the screen locks: a counter's PC is shared. */
  readonly lockAfterMinutes: 5 | 15 | 30
  /** What this PC's counter is called when a number is called to it; empty: the desk's own number. */
  readonly counter: string
  /** The services that this counter calls; none: all. */
  readonly counterServices: readonly string[]
  /** A sound when the waiting-room screen shows another number. */
  readonly chime: boolean
  readonly slipFormat: SlipFormat
  readonly slipWhen: 'key' | 'auto'
  /** As the machine calls it; `''`: none, the slip becomes a PDF. */
  readonly slipPrinter: string
}

/** Under which the settings stand in `localStorage`. */
export const settingsName = 'loket-settings'

/** How the person at this desk wants the console to look and to listen. Stays on this PC. */
export const useSettings = create<Settings>()(
  persist(
    (): Settings => ({
      language: 'id',
      appearance: 'auto',
      density: 'compact',
      letterKeys: true,
      lockAfterMinutes: 5,
      counter: '',
      counterServices: [],
      chime: false,
      slipFormat: 'roll',
      slipWhen: 'key',
      slipPrinter: '',
    }),
    {
      name: settingsName,
      version: 1,
    },
  ),
)

export function changeSettings(changes: Partial<Settings>): void {
  useSettings.setState(changes)
}
