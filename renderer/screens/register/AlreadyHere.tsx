import { Button } from '@mantine/core'
import { namesAlike } from '#domain/customer/names-alike.ts'
import type { SearchHit } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/register/register.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

interface AlreadyHereProps {
  readonly name: string
  /** E.164, once it is one. */
  readonly number: string | undefined
}

type Known = Extract<SearchHit, { kind: 'customer' }>

/** As many as can be looked at while somebody waits. */
const most = 4

/** Warns, and never blocks, when this desk knows the number, or somebody of such a name. */
export function AlreadyHere({ name, number }: AlreadyHereProps) {
  const { work } = useWords()
  const format = useFormat()
  const byNumber = useKnown(number ?? '').filter((hit) => holds(hit, number))
  const byName = useKnown(name.trim())
    .filter((hit) => namesAlike(hit.name, name))
    .filter(({ customerId }) => !byNumber.some((hit) => hit.customerId === customerId))
  return (
    <>
      {byNumber.length === 0 ? null : (
        <ErrorNote title={work.register.known(format.count(byNumber.length))}>
          {work.register.knownHint}
          <Ways known={byNumber} />
        </ErrorNote>
      )}
      {byName.length === 0 ? null : (
        <ErrorNote tone="calm" title={work.register.alike(format.count(byName.length))}>
          {work.register.knownHint}
          <Ways known={byName.slice(0, most)} />
        </ErrorNote>
      )}
    </>
  )
}

function useKnown(text: string): readonly Known[] {
  const answer = useLive('search', text, 12)
  return text === '' ? [] : (answer?.hits ?? []).filter((hit): hit is Known => hit.kind === 'customer')
}

function Ways({ known }: { readonly known: readonly Known[] }) {
  const { work } = useWords()
  return (
    <div className={classes['known']}>
      {known.map(({ customerId, name, code, city }) => (
        <Button
          key={customerId}
          size="compact-sm"
          variant="default"
          onClick={() => go({ at: 'customer', customerId })}
        >
          {work.register.open([name, code, city].filter(Boolean).join(' · '))}
        </Button>
      ))}
    </div>
  )
}

function holds(hit: Known, number: string | undefined): boolean {
  return number !== undefined && (hit.phone === number || hit.msisdns.includes(number))
}
