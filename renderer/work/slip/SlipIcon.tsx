import { ActionIcon } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import type { SlipSubject } from '#renderer/data/contract-slips.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { usePrintSlip } from '#renderer/work/slip/usePrintSlip.ts'
import { useWords } from '#renderer/words/words.ts'

/** Prints a slip from a row. */
export function SlipIcon({ about }: { readonly about: SlipSubject }) {
  const { slip } = useWords()
  const saved = useLive('slip', about.of, about.id)
  const { print, printing, came } = usePrintSlip(saved)
  const says = saved?.copy === true ? slip.printCopy : slip.print
  return (
    <ActionIcon
      aria-label={saved?.code === undefined ? says : `${says} ${saved.code}`}
      title={came === undefined ? says : slip[came]}
      loading={printing}
      onClick={print}
    >
      <IconPrinter size={16} aria-hidden />
    </ActionIcon>
  )
}
