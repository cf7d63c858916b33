import { Type } from 'typebox'
import { OfferingDraft, effectiveFrom } from '#domain/catalogue/catalogue.ts'
import { checkRelease } from '#domain/catalogue/check-release.ts'
import { code, text } from '#domain/fields.ts'
import type { Ref } from '#domain/sync/records.ts'
import { defineStep, refused, unchanged } from '#domain/sync/step.ts'

export const releaseIdOf = (version: string) => `release:${version}`
const offeringIdOf = (version: string, offeringCode: string) => `offering:${version}:${offeringCode}`
/** The record of an offering as one release has it. */
export const offeringIdIn = (releaseId: string, offeringCode: string) =>
  offeringIdOf(releaseId.slice(releaseIdOf('').length), offeringCode)

/** A whole release of the catalogue, for every centre. Headquarters adds its signature. */
export const publishRelease = defineStep({
  kind: 'publishRelease',
  v: 1,
  payload: Type.Object({
    version: code(),
    effectiveFrom: effectiveFrom(),
    notes: text(2000),
    offerings: Type.Array(OfferingDraft, { maxItems: 300 }),
  }),
  permits: (role) => role === 'admin',
  touches: (payload): Ref[] =>
    [
      releaseIdOf(payload.version),
      ...payload.offerings.map((offering) => offeringIdOf(payload.version, offering.code)),
    ].map((recordId) => ({ collection: 'catalogue', id: recordId })),
  apply: (records, payload, _seen, context) => {
    const releaseId = releaseIdOf(payload.version)
    const present = records.get('catalogue', releaseId)
    if (present !== undefined)
      return present.publishedBy === context.actorId && present.publishedAt === context.at
        ? unchanged
        : refused('release_exists')
    if (checkRelease(payload.offerings).length > 0) return refused('release_invalid')
    const { version, notes } = payload
    return {
      done: true,
      writes: [
        {
          collection: 'catalogue',
          record: {
            id: releaseId,
            rev: 0,
            kind: 'release',
            releaseId,
            version,
            effectiveFrom: payload.effectiveFrom,
            notes,
            publishedAt: context.at,
            publishedBy: context.actorId,
            offeringCount: payload.offerings.length,
          },
        },
        ...payload.offerings.map((offering) => ({
          collection: 'catalogue' as const,
          record: {
            ...offering,
            id: offeringIdOf(version, offering.code),
            rev: 0,
            kind: 'offering' as const,
            releaseId,
          },
        })),
      ],
    }
  },
})
