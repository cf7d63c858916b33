import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import type { Answer } from '#domain/sync/link.ts'
import { stepOf } from '#domain/steps.ts'
import { httpLink } from '#renderer/data/http-link.ts'
import { newIdFrom } from '#renderer/data/new-id.ts'
import { demoPassword } from './demo.ts'

const offering: OfferingDraft = {
  code: 'XTRA-UJI',
  name: { id: 'Xtra Uji 10 GB', en: 'Xtra Test 10 GB' },
  description: { id: 'Kuota 10 GB selama 30 hari', en: '10 GB of data for 30 days' },
  line: 'mobile',
  paymentType: 'prepaid',
  chargeType: 'recurring',
  chargeBasis: 'volume',
  amount: 55_000,
  unit: 'GB',
  period: 'month',
}

/** An admin at headquarters publishes a release that is in force at once, over the real wire. */
export async function publishRelease(
  url: string,
  code: string,
  username: string,
  version: string,
): Promise<void> {
  const link = httpLink((path, init) => fetch(url + path, init))
  const { deviceId, deviceSecret, centre } = must(await link.enrol({ code, name: 'Pusat' }))
  const { accessToken, person } = must(
    await link.signIn({ deviceId, deviceSecret, username, password: demoPassword }),
  )
  const opId = newIdFrom(Date.now, (count) => crypto.getRandomValues(new Uint8Array(count)))
  const step = stepOf('publishRelease', {
    version,
    effectiveFrom: '2026-11-01T00:00',
    notes: 'Uji',
    offerings: [offering],
  })
  const operation = {
    opId,
    deviceId,
    deviceSeq: 1,
    actorId: person.id,
    centreId: centre.id,
    capturedAt: Date.now(),
    steps: [step],
  }
  const [result] = must(await link.send(accessToken, [operation], []))
  if (result?.outcome !== 'accepted') throw new Error(`the release was not taken: ${JSON.stringify(result)}`)
}

function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value
}
