import { combineLatest, map, type Observable } from 'rxjs'
import type { CourierImport, CourierView } from '#renderer/data/courier/contract.ts'
import { exportsKey, importKey, type Exported } from '#renderer/data/courier/memory.ts'
import type { Desk } from '#renderer/data/desk.ts'

export function courier({ core }: Desk): Observable<CourierView> {
  const exported = core.local.watch<readonly Exported[]>(exportsKey)
  const imported = core.local.watch<CourierImport>(importKey)
  return combineLatest([core.enrolment, exported, imported]).pipe(
    map(([enrolment, exports, lastImport]): CourierView => {
      const last = exports?.[0]
      return {
        hasKeys: enrolment?.courier !== undefined,
        ...(last === undefined ? {} : { lastExport: { at: last.at, operations: last.operations } }),
        ...(lastImport === undefined ? {} : { lastImport }),
      }
    }),
  )
}
