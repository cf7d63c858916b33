import type { Waiting } from '#renderer/data/waiting.ts'

/** A body to its end, piece by piece, each of which renews the patience. */
export async function wholeText(response: Response, wait: Waiting): Promise<string> {
  if (response.body === null) return ''
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const pieces: string[] = []
  for (;;) {
    wait.heard()
    const { done, value } = await wait.orGiveUp(reader.read())
    if (done) return pieces.join('')
    pieces.push(value)
  }
}
