import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import type { SearchAnswer } from '#renderer/data/contract.ts'
import { leave } from '#renderer/screens/search/open-hit.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useScope } from '#renderer/work/ScopeLine.tsx'
import { useWords } from '#renderer/words/words.ts'

/** Not here is not nowhere: says where was looked, and offers a provisional customer instead of a silent double. */
export function NotFound({ answer }: { readonly answer: SearchAnswer }) {
  const { work } = useWords()
  const text = answer.text.trim()
  return (
    <EmptyState
      title={work.search.notFound(useScope(answer) ?? '')}
      text={work.search.notFoundHint}
      action={
        <Button
          leftSection={<IconUserPlus size={14} aria-hidden />}
          rightSection={<KeyHint keys="Enter" />}
          onClick={() => leave(answer.text, { at: 'register', text })}
        >
          {work.search.registerWith(text)}
        </Button>
      }
    />
  )
}
