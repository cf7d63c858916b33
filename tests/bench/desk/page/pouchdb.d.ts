/** The little of PouchDB that the benchmark calls. */
declare module 'pouchdb-browser' {
  export interface Answer {
    readonly id?: string
    readonly error?: unknown
  }
  export default class PouchDB {
    static plugin(plugin: unknown): void
    constructor(name: string, options: { readonly adapter: string; readonly revs_limit: number })
    bulkDocs(documents: readonly object[]): Promise<readonly Answer[]>
    info(): Promise<{ readonly doc_count: number }>
  }
}
declare module 'pouchdb-adapter-indexeddb' {
  const adapter: unknown
  export default adapter
}
