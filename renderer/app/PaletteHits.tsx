import { useEffect } from 'react'
import { Spotlight } from '@mantine/spotlight'
import { IconArrowRight, IconClipboardList, IconUser } from '@tabler/icons-react'
import { masked } from '#domain/customer/msisdn.ts'
import { chooseFirst } from '#renderer/app/palette-store.ts'
import type { SearchHit } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { go } from '#renderer/stores/workspace.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/app/Palette.module.css'

const shownHits = 7

/** Who and what the typed words may mean, and in how many customers they were looked for. */
export function PaletteHits({ text }: { readonly text: string }) {
  const { palette } = useWords().frame
  const { count } = useFormat()
  const answer = useLive('search', text, shownHits)
  const answered = answer?.text
  useEffect(() => {
    if (answered !== undefined) chooseFirst()
  }, [answered])
  if (answer === undefined) return null
  if (answer.hits.length === 0)
    return <Spotlight.Empty>{palette.nothing(count(answer.searched))}</Spotlight.Empty>
  return (
    <Spotlight.ActionsGroup label={palette.hits} className={classes['group']}>
      {answer.hits.map((hit) => (
        <Hit key={hit.kind === 'customer' ? hit.customerId : hit.ticketId} hit={hit} />
      ))}
      {answer.more ? (
        <Spotlight.Action
          label={palette.allResults(text)}
          leftSection={<IconArrowRight size={18} aria-hidden />}
          onClick={() => go({ at: 'search', text })}
        />
      ) : null}
    </Spotlight.ActionsGroup>
  )
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const { terms } = useWords()
  if (hit.kind === 'customer') {
    const number = hit.msisdns[0] ?? hit.phone
    const about = [hit.code, number === undefined ? undefined : masked(number), hit.city]
    return (
      <Spotlight.Action
        label={hit.name}
        description={about.filter((part) => part !== undefined).join(' · ')}
        leftSection={<IconUser size={18} stroke={1.6} aria-hidden />}
        onClick={() => go({ at: 'customer', customerId: hit.customerId })}
      />
    )
  }
  const about = [hit.code, terms.ticketStatus[hit.status], hit.customerName]
  return (
    <Spotlight.Action
      label={hit.subject}
      description={about.filter((part) => part !== undefined).join(' · ')}
      leftSection={<IconClipboardList size={18} stroke={1.6} aria-hidden />}
      onClick={() => go({ at: 'ticket', ticketId: hit.ticketId })}
    />
  )
}
