import { useState } from 'react'
import { Anchor, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ProblemCode } from '#domain/problems.ts'
import type { Chosen } from '#renderer/screens/sign-in/SignInScreen.tsx'
import { useCapsLock } from '#renderer/screens/sign-in/useCapsLock.ts'
import { useSignIn } from '#renderer/screens/sign-in/useSignIn.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useWords } from '#renderer/words/words.ts'

interface PasswordFormProps {
  readonly chosen: Chosen
  /** What the password is asked for, where a PIN was asked before. */
  readonly why?: ProblemCode | undefined
  readonly onBack?: () => void
}

export function PasswordForm({ chosen, why, onBack }: PasswordFormProps) {
  const { common, frame, problems } = useWords()
  const words = frame.signIn
  const stranger = chosen === 'stranger'
  const { signIn, busy, problem, waitSeconds } = useSignIn()
  const capsLock = useCapsLock()
  const [visible, setVisible] = useState(false)
  const needed = (value: string) => (value === '' ? common.required : null)
  const form = useForm({
    initialValues: { username: stranger ? '' : chosen.username, password: '' },
    validate: { username: needed, password: needed },
  })
  const submit = form.onSubmit(async ({ username, password }) => {
    if (await signIn({ username: username.trim(), password })) return
    form.setFieldValue('password', '')
  })
  useKeys({ commit: () => submit(), back: onBack })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" mt="sm">
        {stranger ? (
          <TextInput
            label={words.username}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={32}
            autoFocus
            {...form.getInputProps('username')}
          />
        ) : (
          <Text fw={600}>{chosen.name}</Text>
        )}
        <PasswordInput
          label={words.password}
          description={capsLock.on ? words.capsLock : undefined}
          autoComplete="current-password"
          maxLength={200}
          onKeyUp={capsLock.look}
          autoFocus={!stranger}
          visible={visible}
          onVisibilityChange={setVisible}
          visibilityToggleButtonProps={{ 'aria-label': visible ? words.hide : words.show, tabIndex: 0 }}
          {...form.getInputProps('password')}
        />
        {why === undefined || problem !== undefined ? null : (
          <ErrorNote tone="calm">{problems[why]}</ErrorNote>
        )}
        {problem === undefined ? null : <ErrorNote>{problems[problem]}</ErrorNote>}
        <Group justify="space-between">
          {onBack === undefined ? (
            <span />
          ) : (
            <Anchor component="button" type="button" size="sm" onClick={onBack}>
              {words.notYou}
            </Anchor>
          )}
          {waitSeconds === 0 ? null : <Text size="sm">{words.slowDown(String(waitSeconds))}</Text>}
          <Button type="submit" loading={busy} disabled={waitSeconds > 0}>
            {stranger ? words.submit : words.unlock}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
