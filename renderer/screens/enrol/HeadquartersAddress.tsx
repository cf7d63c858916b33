import { useState } from 'react'
import { Anchor, Button, Group, Text, TextInput } from '@mantine/core'
import { bridge, useMachineFacts } from '#renderer/stores/machine.ts'
import { useWords } from '#renderer/words/words.ts'

/** Which headquarters this PC will belong to. In the browser it is the server that the page came from. */
export function HeadquartersAddress() {
  const { common, frame } = useWords()
  const facts = useMachineFacts()
  const [written, setWritten] = useState<string>()
  const [wrong, setWrong] = useState(false)
  const machine = bridge()
  if (facts === undefined) return null
  if (written === undefined || machine === undefined)
    return (
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed" truncate>
          {frame.enrol.headquarters}: {facts.headquarters}
        </Text>
        {machine === undefined ? null : (
          <Anchor component="button" type="button" size="xs" onClick={() => setWritten(facts.headquarters)}>
            {frame.enrol.change}
          </Anchor>
        )}
      </Group>
    )
  const save = () => {
    const origin = originOf(written)
    setWrong(origin === undefined)
    if (origin !== undefined) machine.headquarters.move(origin).catch(() => setWrong(true))
  }
  return (
    <Group gap="xs" align="end" wrap="nowrap">
      <TextInput
        flex={1}
        label={frame.enrol.address}
        description={frame.enrol.addressHint}
        error={wrong ? frame.enrol.addressWrong : undefined}
        inputMode="url"
        spellCheck={false}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <Button variant="default" onClick={save}>
        {common.save}
      </Button>
    </Group>
  )
}

/** `https://loket.example.com` of what was written, or nothing when it is no address. */
function originOf(written: string): string | undefined {
  const url = URL.parse(written.trim())
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : undefined
}
