import { ActionIcon, Button, NativeSelect, NumberInput, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { chargeBases, chargeTypes, offeringPaymentTypes, periods } from '#domain/catalogue/catalogue.ts'
import { lines } from '#domain/subscription/subscription.ts'
import { faultWords } from '#renderer/screens/releases/fault-words.ts'
import type { Fault, Row } from '#renderer/screens/releases/release-draft.ts'
import classes from '#renderer/screens/releases/releases.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { useWords } from '#renderer/words/words.ts'

interface OfferingFormProps {
  readonly row: Row
  readonly faults: readonly Fault[]
  readonly onWrite: (row: Row) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** One offering while it is written; every keystroke goes to the draft. */
export function OfferingForm({ row, faults, onWrite, onRemove, onClose }: OfferingFormProps) {
  const words = useWords()
  const { releases, catalogue } = words.work
  const { fields } = releases
  const comma = useSettings(({ language }) => language === 'en')
  const texts = (key: 'name' | 'description', language: 'id' | 'en') => ({
    value: row[key][language],
    onChange: (event: { currentTarget: { value: string } }) =>
      onWrite({ ...row, [key]: { ...row[key], [language]: event.currentTarget.value } }),
  })
  const choice = (key: 'line' | 'paymentType' | 'chargeType' | 'chargeBasis' | 'period') => ({
    label: key === 'line' ? catalogue.line : fields[key],
    value: row[key],
    onChange: (event: { currentTarget: { value: string } }) =>
      onWrite({ ...row, [key]: event.currentTarget.value }),
  })
  return (
    <section className={classes['form']} aria-label={releases.edit(row.code)}>
      <SectionTitle
        aside={
          <ActionIcon aria-label={words.common.close} onClick={onClose}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        }
      >
        {row.code === '' ? releases.add : releases.edit(row.code)}
      </SectionTitle>
      {faults.length === 0 ? null : (
        <ErrorNote>{faults.map((fault) => faultWords(words, fault)).join(' · ')}</ErrorNote>
      )}
      <TextInput
        autoFocus
        label={fields.code}
        description={row.code === '' ? releases.wrong.code : undefined}
        maxLength={32}
        value={row.code}
        onChange={(event) => onWrite({ ...row, code: event.currentTarget.value })}
      />
      <TextInput label={fields.nameId} maxLength={120} {...texts('name', 'id')} />
      <TextInput label={fields.nameEn} maxLength={120} {...texts('name', 'en')} />
      <SimpleGrid cols={2} spacing={8} verticalSpacing={8}>
        <NumberInput
          label={fields.amount}
          min={0}
          max={1_000_000_000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          thousandSeparator={comma ? ',' : '.'}
          decimalSeparator={comma ? '.' : ','}
          value={row.amount}
          onChange={(amount) => onWrite({ ...row, amount: Math.trunc(Number(amount)) || 0 })}
        />
        <NativeSelect data={optionsOf(periods, words.terms.period)} {...choice('period')} />
        <NativeSelect data={optionsOf(chargeTypes, words.terms.chargeType)} {...choice('chargeType')} />
        <NativeSelect data={optionsOf(chargeBases, words.terms.chargeBasis)} {...choice('chargeBasis')} />
        <NativeSelect data={optionsOf(lines, words.terms.line)} {...choice('line')} />
        <NativeSelect
          data={optionsOf(offeringPaymentTypes, words.terms.offeringPaymentType)}
          {...choice('paymentType')}
        />
        <TextInput
          label={fields.unit}
          maxLength={20}
          value={row.unit}
          onChange={(event) => onWrite({ ...row, unit: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Textarea
        label={fields.descriptionId}
        autosize
        minRows={2}
        maxLength={1000}
        {...texts('description', 'id')}
      />
      <Textarea
        label={fields.descriptionEn}
        autosize
        minRows={2}
        maxLength={1000}
        {...texts('description', 'en')}
      />
      <Button variant="subtle" color="gray" onClick={onRemove}>
        {releases.remove}
      </Button>
    </section>
  )
}
