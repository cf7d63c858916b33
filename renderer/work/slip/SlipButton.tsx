import { useEffect, useRef } from 'react'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import type { SlipSubject } from '#renderer/data/contract-slips.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import screen from '#renderer/work/screen.module.css'
import { usePrintSlip } from '#renderer/work/slip/usePrintSlip.ts'
import { useWords } from '#renderer/words/words.ts'

interface SlipButtonProps {
  readonly about: SlipSubject
  /** The work has just been saved: where the settings say so, its slip prints by itself. */
  readonly fresh?: boolean
  /** It stands in a dialog. */
  readonly modal?: boolean
}

/** Prints the slip of saved work, by its key too, and says what became of it. */
export function SlipButton({ about, fresh = false, modal = false }: SlipButtonProps) {
  const { slip } = useWords()
  const saved = useLive('slip', about.of, about.id)
  const { print, printing, came } = usePrintSlip(saved)
  useKeys({ printSlip: () => void print() }, { modal })
  const auto = useSettings(({ slipWhen }) => slipWhen === 'auto')
  const isFaceToFace = saved?.contact?.channel === 'walk_in' || saved?.payment !== undefined
  const due = fresh && auto && saved?.copy === false && isFaceToFace
  const begun = useRef(false)
  useEffect(() => {
    if (!due || begun.current) return
    begun.current = true
    void print()
  }, [due, print])
  const bad = came === 'failed' || came === 'cancelled'
  return (
    <>
      <Button
        variant="default"
        loading={printing}
        disabled={saved === null}
        leftSection={<IconPrinter size={16} aria-hidden />}
        rightSection={<KeyHint keys="alt+Q" />}
        onClick={print}
      >
        {saved?.copy === true ? slip.printCopy : slip.print}
      </Button>
      {came === undefined || bad ? null : <span className={screen['quiet']}>{slip[came]}</span>}
      {bad ? <ErrorNote tone={came === 'failed' ? 'problem' : 'calm'}>{slip[came]}</ErrorNote> : null}
    </>
  )
}
