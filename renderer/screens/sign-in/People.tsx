import { UnstyledButton } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import type { DeskView } from '#renderer/data/contract.ts'
import type { Chosen } from '#renderer/screens/sign-in/SignInScreen.tsx'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/screens/sign-in/People.module.css'

interface PeopleProps {
  readonly people: DeskView['people']
  readonly onChoose: (chosen: Chosen) => void
}

/** Everybody whom this PC knows, and a way in for everybody else. */
export function People({ people, onChoose }: PeopleProps) {
  const { signIn } = useWords().frame
  return (
    <div>
      <p className={classes['who']}>{signIn.who}</p>
      <div className={classes['tiles']}>
        {people.map((person, place) => (
          <UnstyledButton
            key={person.username}
            className={classes['tile']}
            autoFocus={place === 0}
            onClick={() => onChoose(person)}
          >
            <span className={classes['initials']} aria-hidden>
              {initials(person.name)}
            </span>
            <span className={classes['name']}>
              {person.name}
              <small>{person.username}</small>
            </span>
          </UnstyledButton>
        ))}
        <UnstyledButton className={classes['tile']} onClick={() => onChoose('stranger')}>
          <span className={classes['initials']} aria-hidden>
            <IconUserPlus size={18} stroke={1.6} />
          </span>
          <span className={classes['name']}>{signIn.someoneElse}</span>
        </UnstyledButton>
      </div>
    </div>
  )
}

function initials(name: string): string {
  const parts = name.trim().split(/\s+/)
  return `${parts[0]?.[0] ?? ''}${parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''}`.toUpperCase()
}
