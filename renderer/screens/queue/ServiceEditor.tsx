import { serviceIdOf } from '#domain/queue/publish-service.ts'
import type { Reference } from '#domain/reference/reference.ts'
import {
  blankService,
  serviceFrom,
  writtenFrom,
  type ServiceFault,
  type Written,
} from '#renderer/screens/queue/service-filled.ts'
import { ServiceFields } from '#renderer/screens/queue/ServiceFields.tsx'
import classes from '#renderer/screens/queue/queue.module.css'
import { useKeys } from '#renderer/stores/keys.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import { AskOnce } from '#renderer/work/maintain/AskOnce.tsx'
import written from '#renderer/work/maintain/maintain.module.css'
import { useWritten } from '#renderer/work/maintain/useWritten.ts'
import { WrittenForm } from '#renderer/work/maintain/WrittenForm.tsx'
import { useWords } from '#renderer/words/words.ts'

interface ServiceEditorProps {
  /** Absent for a new one. */
  readonly service: Reference | undefined
  readonly others: readonly Reference[]
  readonly onPublished: (serviceId: string) => void
  readonly onClose: () => void
}

/** Where a fault is mended. */
const fieldOf: Readonly<Record<ServiceFault, string>> = {
  code: 'service-code',
  taken: 'service-code',
  label: 'service-labelId',
  prefix: 'service-prefix',
  letterTaken: 'service-prefix',
  place: 'service-place',
  headStart: 'service-headStart',
}

/** A service of the queue while it is written, with what visitors will see beside it. */
export function ServiceEditor({ service, others, onPublished, onClose }: ServiceEditorProps) {
  const { queue, maintain } = useWords()
  const words = queue.services
  const language = useSettings((now) => now.language)
  const published = service === undefined ? blankService : writtenFrom(service)
  const form = useWritten<Written>(service?.id ?? 'service:new', published)
  const { service: said, faults } = serviceFrom(form.written, others)
  const publish = () => form.publish(faults.map((fault) => fieldOf[fault]))
  useKeys({ commit: form.publishing ? undefined : publish })
  if (!form.ready) return null
  return (
    <>
      <WrittenForm
        label={words.form}
        up={form.up}
        publish={words.publish}
        isChanged={form.isChanged}
        onPublish={publish}
        onDiscard={() => {
          form.drop()
          if (!form.isChanged || service === undefined) onClose()
        }}
      >
        <ServiceFields
          written={form.written}
          isNew={service === undefined}
          faults={form.asked ? faults : []}
          onChange={form.change}
        />
      </WrittenForm>
      <section className={written['preview']} aria-labelledby="service-preview">
        <SectionTitle id="service-preview">{words.preview}</SectionTitle>
        <p className={classes['previewed']}>
          <b>{said.prefix === '' ? '–' : said.prefix}</b>
          <span>
            {said.label.id}
            <span lang="en">{said.label.en}</span>
          </span>
        </p>
        <p className={classes['quiet']}>{words.example(said.prefix)}</p>
      </section>
      {form.publishing ? (
        <AskOnce
          command="publishService"
          request={{ service: said, edition: (service?.edition ?? 0) + 1 }}
          title={words.publish}
          says={(said.active ? maintain.publishAsk : words.stopAsk)(said.label[language])}
          does={maintain.publishDo}
          done={maintain.published}
          onClose={form.stop}
          onDone={() => {
            form.drop()
            onPublished(serviceIdOf(said.code))
          }}
        />
      ) : null}
    </>
  )
}
