import type { Session } from 'electron'

/**
 * Deletes what the page stored, with the files, open or not, and what Chromium cached. Whatever the page deletes by
 * itself stays readable in LevelDB's files until they are rewritten: the vaults of people were found there.
 */
export async function wipeStorage(session: Session): Promise<void> {
  await session.clearStorageData({
    storages: ['indexdb', 'localstorage', 'cachestorage', 'serviceworkers', 'filesystem', 'shadercache'],
  })
  await session.clearCache()
  await session.clearCodeCaches({})
  session.flushStorageData()
}
