import type { DeskCore } from '#renderer/data/desk-core.ts'

/** Whether headquarters answers; asked with the device's own name, so that a desk where nobody is signed in hears that it was revoked. [E5] */
export async function headquartersAnswers({
  link,
  enrolment,
}: Pick<DeskCore, 'link' | 'enrolment'>): Promise<boolean> {
  const device = enrolment.value
  if (device === undefined) return link.probe()
  const { deviceId, deviceSecret } = device
  const standing = await link.standing({ deviceId, deviceSecret })
  return standing.ok || standing.problem.code !== 'unreachable'
}
