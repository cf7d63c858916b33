import { useState } from 'react'
import { Tabs } from '@mantine/core'
import { useLive } from '#renderer/data/useLive.ts'
import { DraftTab } from '#renderer/screens/releases/DraftTab.tsx'
import { Published } from '#renderer/screens/releases/Published.tsx'
import classes from '#renderer/screens/releases/releases.module.css'
import { Rollout } from '#renderer/screens/releases/Rollout.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import screen from '#renderer/work/screen.module.css'
import { usePermits } from '#renderer/work/usePermits.ts'
import { useWords } from '#renderer/words/words.ts'

/** Where headquarters' admins write, check, publish and follow releases of the catalogue; others read what exists. */
export function ReleasesScreen() {
  const { work } = useWords()
  const known = useLive('desk') !== undefined
  const permits = usePermits()
  const [tab, setTab] = useState<string | null>('draft')
  const words = work.releases
  const admin = permits('publishRelease')
  return (
    <div className={screen['screen']}>
      <div className={screen['top']}>
        <h1>{words.title}</h1>
      </div>
      {known && !admin ? (
        <>
          <ErrorNote tone="calm">{words.readOnly}</ErrorNote>
          <Published />
        </>
      ) : null}
      {admin ? (
        <Tabs value={tab} onChange={setTab} className={classes['tabs']} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="draft">{words.draft}</Tabs.Tab>
            <Tabs.Tab value="published">{words.published}</Tabs.Tab>
            <Tabs.Tab value="rollout">{words.rollout}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="draft" className={classes['panel']}>
            <DraftTab onPublished={() => setTab('rollout')} />
          </Tabs.Panel>
          <Tabs.Panel value="published" className={classes['panel']}>
            <Published />
          </Tabs.Panel>
          <Tabs.Panel value="rollout" className={classes['panel']}>
            <Rollout />
          </Tabs.Panel>
        </Tabs>
      ) : null}
    </div>
  )
}
