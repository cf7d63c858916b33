import { Button } from '@mantine/core'
import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import classes from '#renderer/screens/catalogue/catalogue.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { priceOf } from '#renderer/work/offering.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** Up to three offerings, fact by fact. */
export function Compare({
  offerings,
  onClear,
}: {
  readonly offerings: readonly OfferingDraft[]
  readonly onClear: () => void
}) {
  const words = useWords()
  const { work, terms } = words
  const format = useFormat()
  const language = useSettings((settings) => settings.language)
  const facts: readonly (readonly [string, (offering: OfferingDraft) => string])[] = [
    [work.catalogue.price, (offering) => priceOf(offering, words, format)],
    [work.catalogue.paymentType, ({ paymentType }) => terms.offeringPaymentType[paymentType]],
    [
      work.catalogue.charge,
      ({ chargeType, chargeBasis }) => `${terms.chargeType[chargeType]} · ${terms.chargeBasis[chargeBasis]}`,
    ],
    [work.catalogue.description, ({ description }) => description[language]],
  ]
  return (
    <section className={classes['compare']} aria-labelledby="compare">
      <SectionTitle
        id="compare"
        aside={
          <Button size="compact-xs" variant="subtle" onClick={onClear}>
            {work.catalogue.clear}
          </Button>
        }
      >
        {work.catalogue.compareTitle(format.count(offerings.length))}
      </SectionTitle>
      <table>
        <thead>
          <tr>
            <th scope="col">{work.catalogue.name}</th>
            {offerings.map(({ code, name }) => (
              <th key={code} scope="col">
                {name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map(([name, of]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {offerings.map((offering) => (
                <td key={offering.code}>{of(offering)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
