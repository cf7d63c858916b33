import type { Database, Sql } from '#sync-server/storage/database.ts'

/** One node of PostgreSQL's plan, as `explain (format json)` writes it. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Recheck Cond'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly PlanNode[]
}

type Planned = readonly [{ readonly 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }]

/** A statement as the server ran it, with the plan that it got for its values. */
export interface Watched {
  readonly text: string
  readonly plan: PlanNode
}

/** A database that asks for the plan of every statement just before it is run. Only what reads alone is really counted. */
export function watching(database: Database, onPlan: (watched: Watched) => void): Database {
  const watched = (sql: Sql): Sql => ({
    async query<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]> {
      if (isPlanned(text)) onPlan({ text, plan: await planOf(sql, text, values) })
      return sql.query<R>(text, values)
    },
  })
  return {
    ...database,
    ...watched(database),
    transaction: (work) => database.transaction((tx) => work(watched(tx))),
  }
}

const isPlanned = (text: string) => /^\s*(select|insert|update|delete|with)\b/i.test(text)

async function planOf(sql: Sql, text: string, values?: readonly unknown[]): Promise<PlanNode> {
  const options = /^\s*select\b/i.test(text) ? 'analyze, timing off, format json' : 'format json'
  const [row] = await sql.query<Planned[0]>(`explain (${options}) ${text}`, values)
  return planIn(row)
}

/** The plan that a prepared statement ends up with: made once, for whatever values. */
export function genericPlanOf(database: Database, text: string): Promise<PlanNode> {
  return database.transaction(async (tx) => {
    await tx.query('set local plan_cache_mode = force_generic_plan')
    await tx.query(`prepare watched as ${text}`)
    const count = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))
    const values = count === 0 ? '' : `(${Array.from({ length: count }, () => 'null').join(', ')})`
    const [row] = await tx.query<Planned[0]>(`explain (format json) execute watched${values}`)
    await tx.query('deallocate watched')
    return planIn(row)
  })
}

function planIn(row: Planned[0] | undefined): PlanNode {
  const plan = row?.['QUERY PLAN'][0].Plan
  if (plan === undefined) throw new Error('there is no plan')
  return plan
}

/** Every table that a plan reads without being led there by an index: by a value of it, or by one that has few rows at all. */
export function walkedThrough(plan: PlanNode, small: ReadonlySet<string>): string[] {
  const table = plan['Relation Name']
  const isScan = plan['Node Type'].endsWith('Scan') && table !== undefined
  const isLed =
    plan['Index Cond'] !== undefined ||
    plan['Recheck Cond'] !== undefined ||
    small.has(plan['Index Name'] ?? '')
  return [
    ...(isScan && !isLed ? [table] : []),
    ...(plan.Plans ?? []).flatMap((each) => walkedThrough(each, small)),
  ]
}

/** The most rows that any node of a plan looked at. */
export function rowsLookedAt(plan: PlanNode): number {
  const { 'Actual Rows': rows = 0, 'Rows Removed by Filter': removed = 0, 'Actual Loops': loops = 1 } = plan
  return Math.max((rows + removed) * loops, ...(plan.Plans ?? []).map(rowsLookedAt))
}
