import type { DeskView } from '#renderer/data/contract.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Front } from '#renderer/ui/Front.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { LanguageChoice } from '#renderer/words/LanguageChoice.tsx'
import { useWords } from '#renderer/words/words.ts'

/** Headquarters has revoked this PC: nobody opens it any more, and its unsent work is on its way. */
export function LeavingScreen({ desk }: { readonly desk: DeskView }) {
  const { common, frame } = useWords()
  const { count } = useFormat()
  const words = frame.revoked
  const { toHandOver } = desk
  return (
    <Front brand={common.appName} title={words.title} lead={words.lead} foot={<LanguageChoice />}>
      {toHandOver === undefined ? null : (
        <ErrorNote tone={toHandOver > 0 ? 'attention' : 'calm'}>
          {toHandOver > 0 ? words.handing(count(toHandOver)) : words.clearing}
        </ErrorNote>
      )}
    </Front>
  )
}
