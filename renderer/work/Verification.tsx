import { Button } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import classes from '#renderer/work/customer-facts.module.css'
import { hide, show, useContact } from '#renderer/stores/contact.ts'
import { useShown, useVerification } from '#renderer/work/useShown.ts'
import { useWords } from '#renderer/words/words.ts'

interface VerificationProps {
  readonly customerId: string
  /** Whose data the button shows, where several stand beside each other. */
  readonly of?: string
}

/** How this contact's person was verified, which opens the personal data; or the way to see them without. */
export function Verification({ customerId, of }: VerificationProps) {
  const { work, terms } = useWords()
  const verification = useVerification(customerId)
  const shown = useShown(customerId)
  const chosen = useContact((state) => state.shown.includes(customerId))
  const verified = verification !== undefined && verification !== 'none'
  return (
    <>
      {verified ? <span className={classes['quiet']}>{terms.verification[verification]}</span> : null}
      {shown && !chosen ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={shown ? <IconEyeOff size={14} aria-hidden /> : <IconEye size={14} aria-hidden />}
          title={work.customer.showHint}
          aria-label={
            of === undefined ? undefined : `${shown ? work.customer.hide : work.customer.show}: ${of}`
          }
          onClick={() => (shown ? hide : show)(customerId)}
        >
          {shown ? work.customer.hide : work.customer.show}
        </Button>
      )}
    </>
  )
}
