import { readFile } from 'node:fs/promises'
import { Value } from 'typebox/value'
import { ArticleDraft } from '#domain/knowledge/article.ts'
import { articleIdOf } from '#domain/knowledge/publish-article.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { PayloadOf } from '#domain/steps.ts'
import { readArguments } from '#sync-server/hq/arguments.ts'
import { allDone, type Command } from '#sync-server/hq/desk.ts'
import { HqFault } from '#sync-server/hq/fault.ts'
import { minuteOf } from '#sync-server/hq/output/minute.ts'
import { tableOf } from '#sync-server/hq/output/table.ts'
import { articlesOf, reasonsOf } from '#sync-server/storage/hq-articles.ts'
import { changeArticles } from '#sync-server/sync/change-article.ts'

type Draft = PayloadOf<'publishArticle'>['article']

export const listArticles: Command = {
  words: 'knowledge list',
  usage: '[--retired]',
  says: 'Articles and notices that desks have; with --retired those that were taken back too.',
  run: async (args, desk) => {
    const all = readArguments(args, { retired: 'boolean' }).flag('retired')
    const database = await desk.database()
    const articles = (await articlesOf(database)).filter(({ active }) => active || all)
    const heading = ['id', 'edition', 'published', 'until', 'reasons', 'title', '']
    for (const line of tableOf(heading, articles.map(rowOf))) desk.out(line)
    return allDone
  },
}

export const publishArticles: Command = {
  words: 'knowledge publish',
  usage: '<file.json>',
  says: 'Publishes every article and notice of a file, all or none; one with a known code becomes its next edition.',
  run: async (args, desk) => {
    const path = readArguments(args, {}, ['file.json']).positionals[0] ?? ''
    const drafts = draftsIn(path, await read(path))
    const database = await desk.database()
    await database.transaction(async (tx) => {
      const known = new Set((await reasonsOf(tx)).map(({ code }) => code))
      const editions = new Map((await articlesOf(tx)).map(({ id, edition = 0 }) => [id, edition]))
      for (const { code, reasonCodes } of drafts)
        for (const reason of reasonCodes)
          if (!known.has(reason)) throw new HqFault(`${code}: there is no reason ${reason}.`)
      const problem = await changeArticles(
        tx,
        desk.clock,
        drafts.map((article) => ({
          step: 'publish',
          payload: { article, edition: (editions.get(articleIdOf(article)) ?? 0) + 1 },
        })),
      )
      if (problem !== undefined) throw new HqFault(`Nothing was published (${problem}).`)
    })
    desk.out(`${drafts.length} are published; desks hear of them with their next contact.`)
    return allDone
  },
}

export const retireAnArticle: Command = {
  words: 'knowledge retire',
  usage: '<id>',
  says: 'An article or a notice (article:GANTI-SIM, notice:…) holds no more. Publishing it again brings it back.',
  run: async (args, desk) => {
    const articleId = readArguments(args, {}, ['id']).positionals[0] ?? ''
    const database = await desk.database()
    const problem = await database.transaction(async (tx) => {
      const edition = (await articlesOf(tx)).find(({ id }) => id === articleId)?.edition
      if (edition === undefined) return 'unknown_record'
      return changeArticles(tx, desk.clock, [{ step: 'retire', payload: { articleId, edition } }])
    })
    if (problem !== undefined)
      throw new HqFault(`There is no ${articleId}; knowledge list shows what there is.`)
    desk.out(`${articleId} is retired; desks hear of it with their next contact.`)
    return allDone
  },
}

function rowOf({ id, edition, publishedAt, validTo, reasonCodes, title, active }: Reference): string[] {
  return [
    id,
    String(edition ?? ''),
    publishedAt === undefined ? '' : minuteOf(publishedAt),
    validTo === undefined ? '' : minuteOf(validTo),
    (reasonCodes ?? []).join(' '),
    title?.id ?? '',
    active ? '' : 'retired',
  ]
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new HqFault(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'failed'}).`)
  }
}

/** Everything in the file is checked before anything is written. */
function draftsIn(path: string, text: string): readonly Draft[] {
  const found = parsed(path, text)
  if (!Array.isArray(found) || found.length === 0)
    throw new HqFault(`${path} holds no list of articles; see docs/operations.md.`)
  return found.map((each: unknown, index): Draft => {
    const draft: unknown = Value.Clean(ArticleDraft, withDefaults(each))
    if (Value.Check(ArticleDraft, draft)) return draft
    const [error] = Value.Errors(ArticleDraft, draft)
    const place = `Entry ${index + 1}${codeOf(each)}`
    throw new HqFault(`${place}: ${error?.instancePath.slice(1) ?? ''} ${error?.message ?? 'is wrong'}.`)
  })
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HqFault(`${path} is no JSON.`)
  }
}

/** What is empty may be left out of a file. */
function withDefaults(each: unknown): unknown {
  const empty = { steps: [], tags: [], pinned: false, reasonCodes: [], centreIds: [], regions: [] }
  return typeof each === 'object' && each !== null ? { ...empty, ...each } : each
}

function codeOf(each: unknown): string {
  const code: unknown = typeof each === 'object' && each !== null ? Reflect.get(each, 'code') : undefined
  return typeof code === 'string' ? ` (${code})` : ''
}
