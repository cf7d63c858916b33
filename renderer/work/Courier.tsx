import { useRef } from 'react'
import { Button } from '@mantine/core'
import { IconFileExport, IconFileImport } from '@tabler/icons-react'
import { useLive } from '#renderer/data/useLive.ts'
import { keymap } from '#renderer/stores/keymap.ts'
import { useKeys } from '#renderer/stores/keys.ts'
import { announce } from '#renderer/ui/announce.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { LastExport, LastImport } from '#renderer/work/CourierLast.tsx'
import { ProblemNote } from '#renderer/work/ProblemNote.tsx'
import { saveFile } from '#renderer/work/save-file.ts'
import { useRun } from '#renderer/work/useRun.ts'
import { useFormat } from '#renderer/words/format.ts'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/work/courier.module.css'

const keys = { export: keymap.exportWork.keys[0], import: keymap.importAnswer.keys[0] }

/** The way to headquarters without a line: work out as a file, the answer in as a file. */
export function Courier() {
  const words = useWords().courier
  const view = useLive('courier')
  const picker = useRef<HTMLInputElement>(null)
  const out = useExport()
  const taking = useImport()
  const pick = () => picker.current?.click()
  useKeys({ exportWork: () => void out.run(), importAnswer: pick })
  return (
    <section className={classes['courier']} aria-labelledby="courier">
      <SectionTitle id="courier">{words.title}</SectionTitle>
      <p className={classes['quiet']}>{words.text}</p>
      <ProblemNote problem={out.problem} />
      <ProblemNote problem={taking.problem} />
      <Button
        variant="default"
        leftSection={<IconFileExport size={16} aria-hidden />}
        rightSection={<KeyHint keys={keys.export} />}
        aria-keyshortcuts="Alt+X"
        loading={out.running}
        onClick={() => void out.run()}
      >
        {words.export}
      </Button>
      <LastExport last={view?.lastExport} />
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        rightSection={<KeyHint keys={keys.import} />}
        aria-keyshortcuts="Alt+I"
        loading={taking.running}
        onClick={pick}
      >
        {words.import}
      </Button>
      <LastImport last={view?.lastImport} />
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={words.import}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // The same file may be picked again.
          event.currentTarget.value = ''
          if (file !== undefined) void taking.run(file)
        }}
      />
    </section>
  )
}

function useExport() {
  const { run, running, problem } = useRun('exportWork')
  const words = useWords().courier
  const { count } = useFormat()
  return {
    running,
    problem,
    run: async () => {
      const done = await run({})
      if (done === undefined) return
      const { name, bytes, operations } = done.value
      saveFile(name, bytes)
      announce(`${words.exported(count(operations), name)}. ${words.stays}`)
    },
  }
}

function useImport() {
  const { run, running, problem } = useRun('importAnswer')
  const words = useWords().courier
  const format = useFormat()
  return {
    running,
    problem,
    run: async (file: File) => {
      const done = await run({ bytes: new Uint8Array(await file.arrayBuffer()) })
      if (done === undefined) return
      const { answered, changes, asOf } = done.value
      announce(words.imported(format.count(answered), format.count(changes), format.dateTime(asOf)))
    },
  }
}
