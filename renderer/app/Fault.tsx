import { Box } from '@mantine/core'
import { Painted } from '#renderer/app/Painted.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useWords } from '#renderer/words/words.ts'

export function Fault({ onRetry }: { readonly onRetry: () => void }) {
  const { common } = useWords()
  return (
    <Box p="md" maw={560}>
      <Painted />
      <ErrorNote tone="problem" title={common.fault.title} retry={{ label: common.retry, onClick: onRetry }}>
        {common.fault.text}
      </ErrorNote>
    </Box>
  )
}
