import type { CatalogueRecord, OfferingDraft } from '#domain/catalogue/catalogue.ts'

/** The part of the door that is about the catalogue: `contract.ts` holds the rest. */

export interface CatalogueView {
  /** The release this centre sells by now: whole and with a good signature. */
  readonly release?: CatalogueRecord
  readonly offerings: readonly CatalogueRecord[]
  /** The next one that is already here, and the instant it takes over on this centre's clock. */
  readonly next?: { readonly release: CatalogueRecord; readonly at: number }
  /** The newest of all that are here whole and signed. */
  readonly newest?: CatalogueRecord
  /** A release that arrived damaged or forged and is not used. */
  readonly refusedReleaseId?: string
}

export interface ReleaseView {
  readonly release: CatalogueRecord
  readonly offerings: readonly OfferingDraft[]
}
