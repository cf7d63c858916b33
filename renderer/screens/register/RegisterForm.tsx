import { useState } from 'react'
import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { customerKinds } from '#domain/customer/customer.ts'
import { customerOf, forDraft, rules, storedPhone, type Filled } from '#renderer/screens/register/filled.ts'
import { AlreadyHere } from '#renderer/screens/register/AlreadyHere.tsx'
import { MoreFields } from '#renderer/screens/register/MoreFields.tsx'
import classes from '#renderer/screens/register/register.module.css'
import { startContact, useContact } from '#renderer/stores/contact.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { useWorkspace } from '#renderer/stores/workspace.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { optionsOf } from '#renderer/work/options.ts'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { useCommitKey } from '#renderer/work/useCommitKey.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useWords } from '#renderer/words/words.ts'

interface RegisterFormProps {
  readonly left: Filled | undefined
  readonly blank: Filled
  readonly keep: (filled: Filled) => void
  readonly drop: () => void
}

const ways = ['provisional', 'verified'] as const

export function RegisterForm({ left, blank, keep, drop }: RegisterFormProps) {
  const { work, terms } = useWords()
  const words = work.register
  const { run, running, problem } = useRun('registerCustomer')
  const [initial] = useState(left ?? blank)
  const form = useForm<Filled>({
    initialValues: initial,
    onValuesChange: (filled) => keep(forDraft(filled)),
    validate: rules(words.wrong),
    validateInputOnBlur: ['phone', 'nik', 'email'],
  })
  const { provenance, kind } = form.values
  const save = form.onSubmit(async (filled) => {
    const done = await run(customerOf(filled))
    if (done === undefined) return
    drop()
    const { customerId } = done.value
    if (useContact.getState().contact !== undefined) startContact(customerId)
    // The filled form is no place to come back to.
    useWorkspace.setState({ place: { at: 'customer', customerId } })
  })
  useKeys({ commit: () => save() })
  return (
    <form
      className={classes['form']}
      onSubmit={save}
      onKeyDown={useCommitKey(() => save())}
      autoComplete="off"
    >
      <div className={classes['choices']}>
        <SegmentedControl
          aria-label={words.how}
          data={optionsOf(ways, words)}
          {...form.getInputProps('provenance')}
        />
        <SegmentedControl
          aria-label={words.kind}
          data={optionsOf(customerKinds, terms.customerKind)}
          {...form.getInputProps('kind')}
        />
      </div>
      <p className={classes['hint']}>
        {provenance === 'verified' ? words.verifiedHint : words.provisionalHint}
      </p>
      <div className={classes['grid']}>
        <TextInput
          autoFocus={initial.name === ''}
          required
          withAsterisk={false}
          label={kind === 'person' ? words.name : words.organisationName}
          maxLength={120}
          {...form.getInputProps('name')}
        />
        <TextInput
          autoFocus={initial.name !== ''}
          label={words.phone}
          description={words.phoneHint}
          inputMode="tel"
          maxLength={32}
          {...form.getInputProps('phone')}
        />
        <TextInput
          label={provenance === 'verified' ? words.nik : words.nikOptional}
          description={words.nikHint}
          inputMode="numeric"
          maxLength={24}
          {...form.getInputProps('nik')}
        />
      </div>
      <AlreadyHere name={form.values.name} number={storedPhone(form.values.phone)} />
      {provenance === 'verified' ? <MoreFields form={form} /> : null}
      <ProblemNote problem={problem} />
      <div className={classes['end']}>
        <Button type="submit" loading={running} rightSection={<KeyHint keys="mod+Enter" />}>
          {words.submit}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            form.setValues(blank)
            drop()
          }}
        >
          {words.clear}
        </Button>
        <span className={classes['hint']}>{form.isDirty() || left !== undefined ? words.kept : ''}</span>
      </div>
    </form>
  )
}
