import { parseArgs } from 'node:util'

export interface BenchOptions {
  /** `--size stress`: as many records as the issue's largest desk has; an hour rather than minutes. */
  readonly size: 'modest' | 'stress'
  /** `--documents 10000000`: how many documents the larger operator of `pull` has. */
  readonly documents: number
  /** `--day full`, or a share of a day: what the centres of `fleet` bring in the morning after. */
  readonly day: number
  /** `--processes 2`: how many processes of headquarters those centres come back to. */
  readonly processes: number
  /** `--trace`: keeps what `list` and `live` saw of the window's frames, as pictures in docs/screens. */
  readonly trace: boolean
}

/** What a command line asks for. */
export interface Asked {
  readonly names: readonly string[]
  readonly options: BenchOptions
  /** The file of figures to compare with. */
  readonly against?: string
  /** Everything is measured at the size at which the last good table was. */
  readonly isUsual: boolean
  /** The options as another process would be told them. */
  readonly flags: readonly string[]
}

const usual = { size: 'modest', documents: '1000000', day: '0.1', processes: '1' } as const

/** What was asked for, or a sentence that says what is wrong with it and what to do instead. */
export function askedFor(args: readonly string[], known: readonly string[]): Asked | string {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: {
      against: { type: 'string' },
      size: { type: 'string', default: usual.size },
      documents: { type: 'string', default: usual.documents },
      day: { type: 'string', default: usual.day },
      processes: { type: 'string', default: usual.processes },
      trace: { type: 'boolean', default: false },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const stray = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(choices, token.name))
  if (stray?.kind === 'option')
    return `There is no option “${stray.rawName}”; there are ${Object.keys(choices)
      .map((name) => `--${name}`)
      .join(', ')}.`
  const nameless = positionals.find((name) => !known.includes(name))
  if (nameless !== undefined)
    return `There is no bench “${nameless}”; there are ${known.join(', ')}, and without a name all are run.`
  for (const [name, { holds, says }] of Object.entries(choices))
    if (values[name] !== undefined && !holds(values[name])) return `--${name} takes ${says}.`

  const { size, documents, day, processes, against, trace } = values
  const own = { size, documents, day, processes }
  return {
    names: positionals,
    options: {
      size: size === 'stress' ? 'stress' : 'modest',
      documents: Number(documents),
      day: day === 'full' ? 1 : Number(day),
      processes: Number(processes),
      trace: trace === true,
    },
    ...(typeof against === 'string' ? { against } : {}),
    isUsual: JSON.stringify(own) === JSON.stringify(usual),
    flags: [
      ...Object.entries(own).flatMap(([name, value]) => [`--${name}`, String(value)]),
      ...(trace === true ? ['--trace'] : []),
    ],
  }
}

interface Choice {
  readonly holds: (value: unknown) => boolean
  /** After “takes”. */
  readonly says: string
}

const isCount = (least: number) => (value: unknown) =>
  typeof value === 'string' && /^\d+$/.test(value) && Number(value) >= least

const choices: Readonly<Record<string, Choice>> = {
  against: {
    holds: (value) => typeof value === 'string' && value !== '',
    says: 'a file of figures, as docs/performance.json or out/bench/latest.json',
  },
  size: { holds: (value) => value === 'modest' || value === 'stress', says: '“modest” or “stress”' },
  documents: { holds: isCount(1000), says: 'a number of documents from 1000 on, as 10000000' },
  day: {
    holds: (value) => value === 'full' || (Number(value) > 0 && Number(value) <= 1),
    says: '“full” or a share of a day, as 0.1',
  },
  processes: { holds: isCount(1), says: 'a number of processes, as 2' },
  trace: { holds: (value) => typeof value === 'boolean', says: 'no value' },
}
