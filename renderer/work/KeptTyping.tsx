import { Text } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import { useWords } from '#renderer/words/words.ts'

/** What somebody had typed about a record that is not here any more, so that it can be copied to where it belongs now. */
export function KeptTyping({ draft }: { readonly draft: string }) {
  const { work } = useWords()
  const texts = textsIn(useLive('draft', draft))
  if (texts.length === 0) return null
  return (
    <>
      <Text size="xs" c="dimmed" mt="sm">
        {work.customer.kept}
      </Text>
      {texts.map((text) => (
        <Text key={text} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {text}
        </Text>
      ))}
    </>
  )
}

function textsIn(draft: string | null | undefined): readonly string[] {
  if (draft === null || draft === undefined) return []
  try {
    const typed: unknown = JSON.parse(draft)
    const texts = typeof typed === 'object' && typed !== null ? Object.values(typed) : [typed]
    return texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '')
  } catch {
    // A draft of an older console may have another form; then it is as if there were none.
    return []
  }
}
