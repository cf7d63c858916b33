import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { PrimingView } from '#renderer/data/contract.ts'
import { useCommand } from '#renderer/data/useLive.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Front } from '#renderer/ui/Front.tsx'
import { LoadingRows } from '#renderer/ui/LoadingRows.tsx'
import { Courier } from '#renderer/work/Courier.tsx'
import { LanguageChoice } from '#renderer/words/LanguageChoice.tsx'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'

/** The first filling of the replica, part by part, as headquarters counts it. Work begins when customers are in. */
export function PrimingScreen({ priming }: { readonly priming: PrimingView }) {
  const { common, frame, problems } = useWords()
  const words = frame.priming
  const lock = useCommand('lock')
  const syncNow = useCommand('syncNow')
  useKeys({ lock: () => void lock({}), syncNow: () => void syncNow({}) })
  const stage = { idle: words.idle, running: words.running, waiting: words.waiting, done: words.complete }[
    priming.stage
  ]
  return (
    <Front brand={common.appName} title={words.title} lead={words.lead} foot={<LanguageChoice />}>
      <Stack gap="sm">
        {priming.problem === undefined ? (
          <Text size="sm" fw={600} role="status">
            {stage}
          </Text>
        ) : (
          <ErrorNote tone="calm" retry={{ label: common.retry, onClick: () => void syncNow({}) }}>
            {problems[priming.problem]} {words.waiting}
          </ErrorNote>
        )}
        <UntilUsable ms={priming.usableIn} />
        {priming.parts.length === 0 ? <LoadingRows label={common.loading} rows={4} /> : null}
        {priming.parts.map((part) => (
          <Part key={part.collection} part={part} />
        ))}
        <Group justify="space-between" mt="xs" wrap="nowrap">
          <Text size="xs" c="dimmed">
            {words.safe}
          </Text>
          <Button variant="default" flex="none" onClick={() => void lock({})}>
            {frame.header.lock}
          </Button>
        </Group>
        <Courier />
      </Stack>
    </Front>
  )
}

/** Rounded up: who comes back too early was told wrong. */
function UntilUsable({ ms }: { readonly ms: number | undefined }) {
  const { usableIn } = useWords().frame.priming
  const { span } = useFormat()
  if (ms === undefined) return null
  const [, step] = steps.find(([from]) => ms > from) ?? [0, aMinute / 6]
  return (
    <Text size="sm" c="dimmed">
      {usableIn(span(Math.max(1, Math.ceil(ms / step)) * step))}
    </Text>
  )
}

const aMinute = 60_000
/** From so many ms on, in so large steps. */
const steps = [
  [59 * aMinute, 60 * aMinute],
  [aMinute - 10_000, aMinute],
] as const

function Part({ part }: { readonly part: PrimingView['parts'][number] }) {
  const { frame, terms } = useWords()
  const { count } = useFormat()
  const { collection, done, total } = part
  const complete = done >= total
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{terms.collection[collection]}</Text>
        <Group gap={4}>
          <Text size="sm" c="dimmed">
            {complete ? count(total) : frame.priming.part(count(done), count(total))}
          </Text>
          {complete ? <IconCheck size={16} role="img" aria-label={frame.priming.complete} /> : null}
        </Group>
      </Group>
      <Progress
        size={4}
        value={total === 0 ? 100 : (100 * done) / total}
        aria-label={terms.collection[collection]}
        transitionDuration={200}
      />
    </div>
  )
}
