import type { ReactNode } from 'react'
import { Modal } from '@mantine/core'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { useEarlyKeys } from '#renderer/ui/useEarlyKeys.ts'
import { useFocusBack } from '#renderer/ui/useFocusBack.ts'
import { useWords } from '#renderer/words/words.ts'

interface DialogProps {
  readonly title: string
  readonly size?: number
  /** False until what it holds is known. What is typed meanwhile is not lost. */
  readonly ready?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The frame of every dialog that a person fills in; it is there only while it is open. Its first field has `data-autofocus`. */
export function Dialog({ title, size = 440, ready = true, onClose, children }: DialogProps) {
  const { common } = useWords()
  useFocusBack()
  useEarlyKeys(true, ready)
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {ready ? children : <LoadingRows rows={4} label={common.loading} />}
    </Modal>
  )
}
