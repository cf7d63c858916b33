import { parseArgs } from 'node:util'
import { HqFault } from '#sync-server/hq/fault.ts'

type Options = Readonly<Record<string, 'string' | 'boolean'>>

export interface Arguments {
  readonly positionals: readonly string[]
  /** The option's text, or `undefined`. */
  text(name: string): string | undefined
  /** The option's text; without it the command does not begin. */
  needed(name: string): string
  flag(name: string): boolean
}

/** Reads a command's arguments: exactly these options, exactly these words besides. */
export function readArguments(
  args: readonly string[],
  options: Options,
  words: readonly string[] = [],
): Arguments {
  const { values, positionals } = parsed(args, options)
  if (positionals.length < words.length) throw new HqFault(`<${words[positionals.length]}> is missing.`)
  if (positionals.length > words.length)
    throw new HqFault(`“${positionals[words.length]}” is one word too many.`)
  const text = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    positionals,
    text,
    needed: (name) => {
      const value = text(name)
      if (value === undefined || value === '') throw new HqFault(`--${name} is missing.`)
      return value
    },
    flag: (name) => values[name] === true,
  }
}

function parsed(args: readonly string[], options: Options) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])),
    })
  } catch (error) {
    throw new HqFault(error instanceof Error ? error.message : String(error))
  }
}

/** One of some words, or a sentence that names them. */
export function oneOfWords<T extends string>(written: string, words: readonly T[], what: string): T {
  const found = words.find((word) => word === written)
  if (found === undefined) throw new HqFault(`${what} is “${written}”; it is one of ${words.join(', ')}.`)
  return found
}
