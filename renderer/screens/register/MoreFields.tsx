import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { genders, languages, segments } from '#domain/customer/customer.ts'
import type { Filled } from '#renderer/screens/register/filled.ts'
import classes from '#renderer/screens/register/register.module.css'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { useWords } from '#renderer/words/words.ts'

/** What is asked of a customer whose identity card lies on the counter. */
export function MoreFields({ form }: { readonly form: UseFormReturnType<Filled> }) {
  const { work, terms } = useWords()
  const person = form.values.kind === 'person'
  return (
    <>
      <Checkbox label={work.register.sighted} {...form.getInputProps('sighted', { type: 'checkbox' })} />
      <SectionTitle>{work.register.identity}</SectionTitle>
      <div className={classes['grid']}>
        {person ? (
          <>
            <TextInput type="date" label={terms.field.birthDate} {...form.getInputProps('birthDate')} />
            <NativeSelect
              label={terms.field.gender}
              data={[{ value: '', label: '' }, ...optionsOf(genders, terms.gender)]}
              {...form.getInputProps('gender')}
            />
          </>
        ) : null}
        <NativeSelect
          label={work.register.segment}
          data={optionsOf(segments, terms.segment)}
          {...form.getInputProps('segment')}
        />
        <NativeSelect
          label={terms.field.language}
          data={optionsOf(languages, terms.language)}
          {...form.getInputProps('language')}
        />
      </div>
      <SectionTitle>{work.register.reach}</SectionTitle>
      <div className={classes['grid']}>
        <TextInput type="email" label={terms.field.email} maxLength={120} {...form.getInputProps('email')} />
        <TextInput label={terms.field.addressLine} maxLength={200} {...form.getInputProps('addressLine')} />
        <TextInput label={terms.field.city} maxLength={80} {...form.getInputProps('city')} />
      </div>
    </>
  )
}
