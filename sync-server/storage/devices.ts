import type { DeskReport } from '#domain/sync/session.ts'
import type { Sql } from './database.ts'

export interface Device {
  readonly id: string
  readonly centreId: string
  readonly label: string
  readonly status: 'active' | 'lost' | 'revoked'
  readonly secretHash: string
  readonly lastSeq: number
}

const columns = `id, centre_id as "centreId", label, status, secret_hash as "secretHash", last_seq as "lastSeq"`

export async function deviceOf(sql: Sql, deviceId: string): Promise<Device | undefined> {
  const [device] = await sql.query<Device>(`select ${columns} from device where id = $1`, [deviceId])
  return device
}

export interface NewDevice {
  readonly id: string
  readonly centreId: string
  /** Begins every label of the centre: `KDI`. */
  readonly prefix: string
  readonly name: string
  readonly secretHash: string
  readonly now: number
}

/** A device with the centre's next number in its label. `KDI1` of another centre may be taken: then the number after it. */
export async function addDevice(tx: Sql, device: NewDevice): Promise<Device> {
  for (;;) {
    const [counter] = await tx.query<{ devices: number }>(
      `insert into centre_counter (centre_id, devices) values ($1, 1)
       on conflict (centre_id) do update set devices = centre_counter.devices + 1 returning devices`,
      [device.centreId],
    )
    const [added] = await tx.query<Device>(
      `insert into device (id, centre_id, label, name, secret_hash, status, last_seq, enrolled_at)
       values ($1, $2, $3, $4, $5, 'active', 0, $6) on conflict (label) do nothing returning ${columns}`,
      [
        device.id,
        device.centreId,
        `${device.prefix}${counter?.devices}`,
        device.name,
        device.secretHash,
        device.now,
      ],
    )
    if (added !== undefined) return added
  }
}

/** Ends a device's access at once: every token of it, and its open streams with the next look. */
export async function setDeviceStatus(
  sql: Sql,
  deviceId: string,
  status: Device['status'],
): Promise<boolean> {
  const rows = await sql.query('update device set status = $2 where id = $1 returning id', [deviceId, status])
  return rows.length > 0
}

/** The highest counter that headquarters has of a device. */
export async function rememberSeq(tx: Sql, deviceId: string, seq: number): Promise<void> {
  await tx.query('update device set last_seq = $2 where id = $1 and last_seq < $2', [deviceId, seq])
}

export async function storeReport(
  sql: Sql,
  deviceId: string,
  report: DeskReport,
  now: number,
): Promise<void> {
  await sql.query('update device set report = $2::jsonb, seen_at = $3 where id = $1', [
    deviceId,
    JSON.stringify(report),
    now,
  ])
}

/** A report that was carried: one that is older than what the desk has said since is left aside. */
export async function storeCarriedReport(
  sql: Sql,
  deviceId: string,
  report: DeskReport,
  now: number,
): Promise<void> {
  await sql.query(
    `update device set report = $2::jsonb, seen_at = $3
     where id = $1 and (report is null or (report ->> 'clock')::bigint < $4)`,
    [deviceId, JSON.stringify(report), now, report.clock],
  )
}

export interface ReportedDevice {
  readonly id: string
  readonly centreId: string
  readonly label: string
  readonly name: string
  readonly status: Device['status']
  readonly seenAt: number | null
  readonly report: DeskReport | null
}

/** Every device with what it last said of itself, by centre and label. */
export function devicesOf(sql: Sql): Promise<ReportedDevice[]> {
  return sql.query<ReportedDevice>(
    `select id, centre_id as "centreId", label, name, status, seen_at as "seenAt", report from device
     order by centre_id, length(label), label`,
  )
}

/** That a person has signed in on a device: from then on the device may bring work of theirs. */
export async function rememberPerson(
  sql: Sql,
  deviceId: string,
  staffId: string,
  now: number,
): Promise<void> {
  await sql.query(
    'insert into device_staff (device_id, staff_id, at) values ($1, $2, $3) on conflict do nothing',
    [deviceId, staffId, now],
  )
}

export async function hasServedOn(sql: Sql, deviceId: string, staffId: string): Promise<boolean> {
  const rows = await sql.query('select 1 as one from device_staff where device_id = $1 and staff_id = $2', [
    deviceId,
    staffId,
  ])
  return rows.length > 0
}
