import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JournalFile } from '#electron/main/journal.ts'
import { stepOf } from '#domain/steps.ts'
import { contact, ticket } from '#tests/server/payloads.ts'

export interface Journalled {
  readonly ours: readonly number[]
  readonly bare: readonly number[]
}

/** ms for the journal's line of one operation until the disk has it, beside a bare file that takes the same line and `fdatasync`. */
export async function journalled(saves: number): Promise<Journalled> {
  const folder = await mkdtemp(join(tmpdir(), 'loket-journal-'))
  const journal = await JournalFile.open(join(folder, 'ours'))
  const bare = await open(join(folder, 'bare'), 'a')
  const [ours, others]: [number[], number[]] = [[], []]
  try {
    for (let seq = 1; seq <= saves; seq++) {
      const operation = operationOf(seq)
      let began = performance.now()
      await bare.appendFile(`${operation}\n`)
      await bare.datasync()
      others.push(performance.now() - began)
      began = performance.now()
      await journal.append({ opId: `op-${seq}`, seq, operation })
      ours.push(performance.now() - began)
    }
  } finally {
    await bare.close()
    await journal.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { ours, bare: others }
}

const operationOf = (seq: number) =>
  JSON.stringify([
    stepOf('openTicket', ticket(`t${seq}`, 'KDI1')),
    stepOf('recordContact', contact(`k${seq}`, { ticketIds: [`t${seq}`] })),
  ])
