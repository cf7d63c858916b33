import PouchDB from 'pouchdb-browser'
import indexedDbAdapter from 'pouchdb-adapter-indexeddb'
import type { Row } from '#tests/bench/desk/rows.ts'

export interface Pouch {
  write(rows: readonly Row[]): Promise<void>
  count(): Promise<number>
}

PouchDB.plugin(indexedDbAdapter)

/** PouchDB 9 on its newer adapter, one revision kept; it has no indexes but the one by id. */
export function openPouch(name: string): Pouch {
  const database = new PouchDB(name, { adapter: 'indexeddb', revs_limit: 1 })
  return {
    async write(rows) {
      const answers = await database.bulkDocs(rows.map(({ id, ...row }) => ({ _id: id, ...row })))
      if (answers.some((each) => 'error' in each)) throw new Error('PouchDB refused a row')
    },
    count: async () => (await database.info()).doc_count,
  }
}
