import { useEffect, useState } from 'react'
import { Button, SegmentedControl, Select } from '@mantine/core'
import type { Printer } from '#electron/shared/bridge.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { Line } from '#renderer/screens/settings/Line.tsx'
import classes from '#renderer/screens/settings/SettingsScreen.module.css'
import { bridge } from '#renderer/stores/machine.ts'
import { changeSettings, useSettings, type Settings } from '#renderer/stores/settings.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { printSlip, type SlipPrinted } from '#renderer/work/slip/print-slip.tsx'
import { testSlip } from '#renderer/work/slip/test-slip.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** On what the slips of this PC come out, and when. */
export function SlipSettings() {
  const { settings } = useWords().slip
  const { slipFormat, slipWhen } = useSettings()
  return (
    <section className={classes['section']} aria-labelledby="slip-settings">
      <SectionTitle id="slip-settings">{settings.title}</SectionTitle>
      <Line label={settings.format}>
        <SegmentedControl
          aria-label={settings.format}
          value={slipFormat}
          data={choices(settings.formats)}
          onChange={(chosen) => changeSettings({ slipFormat: chosen as Settings['slipFormat'] })}
        />
      </Line>
      <Line label={settings.when} hint={settings.whenHint}>
        <SegmentedControl
          aria-label={settings.when}
          value={slipWhen}
          data={choices(settings.whens)}
          onChange={(chosen) => changeSettings({ slipWhen: chosen as Settings['slipWhen'] })}
        />
      </Line>
      <PrinterLine />
      <TestPrint />
    </section>
  )
}

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** A browser has a dialog of its own for this. */
function PrinterLine() {
  const { settings } = useWords().slip
  const slipPrinter = useSettings((now) => now.slipPrinter)
  const printers = usePrinters()
  if (bridge() === undefined)
    return (
      <Line label={settings.printer} hint={settings.browser}>
        {null}
      </Line>
    )
  const known = printers.map(({ name, label }) => ({ value: name, label }))
  const gone = slipPrinter !== '' && known.every(({ value }) => value !== slipPrinter)
  return (
    <Line label={settings.printer} hint={settings.printerHint}>
      <Select
        aria-label={settings.printer}
        w={280}
        allowDeselect={false}
        data={[
          { value: '', label: settings.noPrinter },
          ...known,
          ...(gone ? [{ value: slipPrinter, label: settings.gone(slipPrinter) }] : []),
        ]}
        value={slipPrinter}
        onChange={(chosen) => changeSettings({ slipPrinter: chosen ?? '' })}
      />
    </Line>
  )
}

function usePrinters(): readonly Printer[] {
  const [printers, setPrinters] = useState<readonly Printer[]>([])
  useEffect(() => {
    const machine = bridge()
    // A print service that does not answer has no printers.
    if (machine !== undefined) machine.print.printers().then(setPrinters, () => undefined)
  }, [])
  return printers
}

function TestPrint() {
  const { slip } = useWords()
  const language = useSettings((now) => now.language)
  const centre = useLive('desk')?.centre?.name ?? ''
  const format = useFormat()
  const [came, setCame] = useState<SlipPrinted>()
  const print = async () => setCame(await printSlip(testSlip({ centre, at: Date.now() }, language, format)))
  return (
    <div className={classes['test']}>
      <Button variant="default" onClick={print}>
        {slip.settings.test}
      </Button>
      <span role="status">{came === undefined ? '' : slip[came]}</span>
    </div>
  )
}
