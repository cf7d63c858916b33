import { Type } from 'typebox'
import { edition, whyNotEdition } from '#domain/reference/edition.ts'
import { ServiceDraft } from '#domain/queue/service.ts'
import { defineStep, derivedId } from '#domain/sync/step.ts'

export const serviceIdOf = (code: string) => `service:${code}`

/** A service of the queue, whole, in the place of the one before it. One that is not active gives no more numbers; those that were given are served. */
export const publishService = defineStep({
  kind: 'publishService',
  v: 1,
  since: 2,
  payload: Type.Object({ service: ServiceDraft, edition: edition() }),
  permits: (role) => role === 'admin',
  touches: ({ service }) => [{ collection: 'reference', id: serviceIdOf(service.code) }],
  apply: (records, { service, edition: own }, _seen, context) => {
    const id = serviceIdOf(service.code)
    const present = records.get('reference', id)
    const publishedIn = derivedId(context)
    const refusal = whyNotEdition(present, { edition: own, publishedIn })
    if (refusal !== undefined) return refusal
    const record = {
      ...service,
      id,
      rev: present?.rev ?? 0,
      kind: 'service' as const,
      edition: own,
      publishedAt: context.at,
      publishedBy: context.actorId,
      publishedIn,
    }
    return { done: true, writes: [{ collection: 'reference', record }] }
  },
})
