import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#build/root.ts'

/** A statement as it stands in the code: what is filled in at run time is a gap. */
export interface Statement {
  /** The file below `sync-server`, and its line. */
  readonly at: string
  readonly parts: readonly string[]
}

const begin = /(`|')\s*(?:select|insert|update|delete|with)\b/gi

/** Every statement that reads or writes records in the server's storage, the only place where SQL may stand. */
export function statementsInStorage(): Statement[] {
  return globSync(join(root, 'sync-server/storage/*.ts')).flatMap((file) => {
    const code = readFileSync(file, 'utf8')
    return [...code.matchAll(begin)].map(({ index, 1: quote = '' }) => ({
      at: `${file.slice(root.length + 1)}:${code.slice(0, index).split('\n').length}`,
      parts: partsFrom(code, index + 1, quote),
    }))
  })
}

function partsFrom(code: string, from: number, quote: string): string[] {
  const parts = ['']
  for (let at = from; at < code.length && code[at] !== quote; at++)
    if (quote === '`' && code.startsWith('${', at)) {
      at = endOfGap(code, at + 2)
      parts.push('')
    } else parts.push(`${parts.pop() ?? ''}${code[at] ?? ''}`)
  return parts.map(plain)
}

/** Where the brace stands that closes the one before `from`. */
function endOfGap(code: string, from: number): number {
  let at = from
  for (let open = 1; at < code.length; at++) {
    if (code[at] === '{') open += 1
    if (code[at] === '}') open -= 1
    if (open === 0) break
  }
  return at
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** Whether a text that was run is this statement, or has it in it. */
export function isRunBy({ parts }: Statement, text: string): boolean {
  let rest = plain(text)
  return parts.every((part) => {
    const at = rest.indexOf(part)
    if (at !== -1) rest = rest.slice(at + part.length)
    return at !== -1
  })
}
