import type { CollectionName } from '#domain/entities.ts'
import type { TestDesk } from '#tests/sync/desk.ts'

/** Lets writes of some collections of this desk fail with these words, where `fails` says so. */
export function failWrites(
  desk: TestDesk,
  names: readonly (CollectionName | 'outbox' | 'shadows')[],
  words: string,
  fails: () => boolean,
): void {
  const { replica } = desk.inside().core
  for (const name of names) {
    const { storageInstance } = replica[name] as { storageInstance: Storage }
    const real = storageInstance.bulkWrite.bind(storageInstance)
    storageInstance.bulkWrite = (...given) => (fails() ? Promise.reject(new Error(words)) : real(...given))
  }
}

interface Storage {
  bulkWrite(...given: never[]): Promise<unknown>
}
