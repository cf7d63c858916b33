import { Button } from '@mantine/core'
import type { SearchHit } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import classes from '#renderer/screens/register/register.module.css'
import { go } from '#renderer/stores/workspace.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Warns, and never blocks, when the number is already known here. */
export function KnownNumber({ number }: { readonly number: string | undefined }) {
  const { work } = useWords()
  const format = useFormat()
  const answer = useLive('search', number ?? '', 5)
  const known = number === undefined ? [] : (answer?.hits ?? []).filter((hit) => holds(hit, number))
  if (known.length === 0) return null
  return (
    <ErrorNote title={work.register.known(format.count(known.length))}>
      {work.register.knownHint}
      <div className={classes['known']}>
        {known.map((hit) =>
          hit.kind === 'customer' ? (
            <Button
              key={hit.customerId}
              size="compact-sm"
              variant="default"
              onClick={() => go({ at: 'customer', customerId: hit.customerId })}
            >
              {work.register.open(`${hit.name} · ${hit.code}`)}
            </Button>
          ) : null,
        )}
      </div>
    </ErrorNote>
  )
}

function holds(hit: SearchHit, number: string): boolean {
  return hit.kind === 'customer' && (hit.phone === number || hit.msisdns.includes(number))
}
