import type { ReactNode } from 'react'
import type { Field, mount } from '#tests/unit/renderer/mounted.tsx'
import type { World } from '#tests/unit/renderer/typing/world.ts'

type Page = Awaited<ReturnType<typeof mount>>

/** Where somebody types: how the screen is shown, how its form is opened, and which field it is. */
export interface Place {
  readonly name: string
  /** Under which key the words are kept. */
  readonly draft: string
  /** The files with the field. */
  readonly files: readonly string[]
  readonly show: () => ReactNode
  /** Makes what must be there before; answers the whole key, which holds its id. */
  readonly prepare?: (world: World) => Promise<string>
  readonly open: (page: Page) => Promise<Field>
  /** Escape in a line that is edited where it stands takes the change back; everywhere else it keeps the words. */
  readonly escapeTakesBack?: true
}
