import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { EnrolProblem } from '#renderer/screens/enrol/EnrolProblem.tsx'
import { HeadquartersAddress } from '#renderer/screens/enrol/HeadquartersAddress.tsx'
import { useEnrol } from '#renderer/screens/enrol/useEnrol.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Front } from '#renderer/ui/Front.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { LanguageChoice } from '#renderer/words/LanguageChoice.tsx'
import { useWords } from '#renderer/words/words.ts'

/** The first screen of a new PC: a code from headquarters makes it a desk of a centre. */
export function EnrolScreen({ revokedAt }: { readonly revokedAt: number | undefined }) {
  const { common, frame } = useWords()
  const words = frame.enrol
  const { dateTime } = useFormat()
  const { enrol, busy, problem, retryIn } = useEnrol()
  const form = useForm({
    initialValues: { code: '', name: '' },
    validate: {
      code: (value) => (value.trim() === '' ? common.required : null),
      name: (value) => (value.trim() === '' ? common.required : null),
    },
  })
  const submit = form.onSubmit(({ code, name }) => void enrol({ code: code.trim(), name: name.trim() }))
  useKeys({ commit: () => submit() })
  return (
    <Front brand={common.appName} title={words.title} lead={words.lead} foot={<LanguageChoice />}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {revokedAt === undefined ? null : (
            <ErrorNote title={frame.revoked.overTitle(dateTime(revokedAt))}>{frame.revoked.over}</ErrorNote>
          )}
          <TextInput
            label={words.code}
            description={words.codeHint}
            autoFocus
            required
            withAsterisk={false}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            {...form.getInputProps('code')}
          />
          <TextInput
            label={words.name}
            description={words.nameHint}
            required
            withAsterisk={false}
            maxLength={60}
            autoComplete="off"
            {...form.getInputProps('name')}
          />
          {problem === undefined ? null : <EnrolProblem problem={problem} retryIn={retryIn} busy={busy} />}
          <Button type="submit" loading={busy && problem === undefined} disabled={busy}>
            {words.submit}
          </Button>
          <HeadquartersAddress />
        </Stack>
      </form>
    </Front>
  )
}
