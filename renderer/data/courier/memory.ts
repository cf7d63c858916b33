import type { DeskCore } from '#renderer/data/desk-core.ts'

/** A file that was made here. Only to such a file is an answer taken. */
export interface Exported {
  readonly fileId: string
  readonly at: number
  readonly operations: number
  /** Its answer led this desk into headquarters' present history. */
  readonly moved?: true
}

export const exportsKey = 'courier-exports'
export const importKey = 'courier-import'
const wholeKey = 'courier-whole'
const remembered = 100

/** Whoever changes this memory is in the one queue: an export and a new history at the same moment would undo each other. */
type Core = Pick<DeskCore, 'local'>

export async function exportsOf({ local }: Core): Promise<readonly Exported[]> {
  return (await local.get<readonly Exported[]>(exportsKey)) ?? []
}

export async function rememberExport(core: Core, exported: Exported): Promise<void> {
  await core.local.set(exportsKey, [exported, ...(await exportsOf(core))].slice(0, remembered))
}

/** Headquarters' history is another one: answers to files from before speak of what never happened. [J8] */
export async function forgetExports(core: Core): Promise<void> {
  await core.local.set(exportsKey, [])
}

/** The same, learned from the answer to this file: it alone may be taken to its end. */
export async function moveWith(core: Core, fileId: string | undefined): Promise<void> {
  const known = (await exportsOf(core)).filter((each) => each.fileId === fileId)
  await core.local.set(
    exportsKey,
    known.map((each): Exported => ({ ...each, moved: true })),
  )
}

/** What is here did not agree with headquarters: the next file asks for everything. */
export function askForWhole({ local }: Core, whole: boolean): Promise<void> {
  return local.set(wholeKey, whole)
}

export async function asksForWhole({ local }: Core): Promise<boolean> {
  return (await local.get<boolean>(wholeKey)) === true
}
