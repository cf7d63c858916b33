import type { ReactNode } from 'react'
import { useCommitKey } from '#renderer/work/useCommitKey.ts'

interface CommitFormProps {
  readonly className: string | undefined
  readonly onCommit: () => Promise<void>
  readonly children: ReactNode
}

/** A form that its button, Enter in a line and Ctrl+Enter anywhere in it commit. */
export function CommitForm({ className, onCommit, children }: CommitFormProps) {
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault()
        void onCommit()
      }}
      onKeyDown={useCommitKey(onCommit)}
    >
      {children}
    </form>
  )
}
