import type { CentreRollout } from '#domain/sync/session.ts'
import type { Database } from '#sync-server/storage/database.ts'
import { devicesOf } from '#sync-server/storage/devices.ts'
import { centresOf } from '#sync-server/storage/people.ts'

/** Which desk of which centre sells by which release and holds which, as each said last. */
export async function rollout(database: Database): Promise<CentreRollout[]> {
  const [centres, devices] = [await centresOf(database), await devicesOf(database)]
  return centres.map((centre) => ({
    centreId: centre.id,
    centreName: centre.name,
    devices: devices
      .filter((device) => device.centreId === centre.id && device.status === 'active')
      .map(({ id, label, seenAt, report }) => ({
        deviceId: id,
        label,
        waiting: report?.waiting ?? 0,
        ...(report?.releaseId === undefined ? {} : { releaseId: report.releaseId }),
        ...(report?.newestReleaseId === undefined ? {} : { newestReleaseId: report.newestReleaseId }),
        ...(seenAt === null ? {} : { seenAt }),
      })),
  }))
}
