import { RegisterForm } from '#renderer/screens/register/RegisterForm.tsx'
import { filledFrom, readFilled, type Filled } from '#renderer/screens/register/filled.ts'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import screen from '#renderer/work/screen.module.css'
import { useDraft } from '#renderer/work/useDraft.ts'
import { useWords } from '#renderer/words/words.ts'

/** A customer whom this desk does not know. What was typed before, for the same search, is there again. */
export function RegisterScreen({ text }: { readonly text: string }) {
  const { work, common } = useWords()
  const draft = useDraft<Filled>(text === '' ? 'register' : `register:${text.slice(0, 60)}`, readFilled)
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{work.register.title}</h1>
      </div>
      <div className={screen['fill']}>
        {draft.ready ? (
          <RegisterForm left={draft.left} blank={filledFrom(text)} keep={draft.keep} drop={draft.drop} />
        ) : (
          <LoadingRows rows={6} label={common.loading} />
        )}
      </div>
    </div>
  )
}
