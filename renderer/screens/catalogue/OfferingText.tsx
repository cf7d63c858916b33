import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { OfferingDraft } from '#domain/catalogue/catalogue.ts'
import classes from '#renderer/screens/catalogue/catalogue.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { FactList } from '#renderer/work/FactList.tsx'
import { explanationOf, priceOf } from '#renderer/work/offering.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** One offering in full, ready to be read out or copied. */
export function OfferingText({ offering }: { readonly offering: OfferingDraft }) {
  const words = useWords()
  const { work, terms } = words
  const format = useFormat()
  const language = useSettings((settings) => settings.language)
  const { copy, copied } = useClipboard({ timeout: 2000 })
  const Icon = copied ? IconCheck : IconCopy
  return (
    <section className={classes['text']} aria-label={offering.name[language]}>
      <h2>{offering.name[language]}</h2>
      <p className={classes['price']}>
        {priceOf(offering, words, format)}{' '}
        <span className={classes['quiet']}>{work.catalogue.taxIncluded}</span>
      </p>
      <p className={classes['description']}>{offering.description[language]}</p>
      <FactList
        label={offering.name[language]}
        facts={[
          [work.catalogue.code, offering.code],
          [work.catalogue.line, terms.line[offering.line]],
          [work.catalogue.paymentType, terms.offeringPaymentType[offering.paymentType]],
          [
            work.catalogue.charge,
            `${terms.chargeType[offering.chargeType]} · ${terms.chargeBasis[offering.chargeBasis]}`,
          ],
        ]}
      />
      <Button
        variant="default"
        leftSection={<Icon size={16} aria-hidden />}
        onClick={() => copy(explanationOf(offering, language, words, format))}
      >
        <span aria-live="polite">{copied ? work.catalogue.copied : work.catalogue.copy}</span>
      </Button>
    </section>
  )
}
