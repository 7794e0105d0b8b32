import { RouterProvider } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { RecordState } from '../shared/record.ts'
import { forgetRecord } from './api/ApiProvider.tsx'
import { useStore } from './api/store.ts'
import { useRead } from './api/useRead.ts'
import { forgetActs } from './api/useWrite.ts'
import { forgetItemClock } from './features/capture/itemClock.ts'
import { forgetDesk } from './features/compare/compareStore.ts'
import { FileQuestion } from './features/files/FileQuestion.tsx'
import { newRecovery, RecoveryKeyPage } from './features/start/RecoveryKeyPage.tsx'
import { StartPage } from './features/start/StartPage.tsx'
import { UnlockPage } from './features/start/UnlockPage.tsx'
import { useLanguage } from './i18n/words.ts'
import { createScreens } from './router.tsx'
import { LockCover } from './shell/LockCover.tsx'
import { Announcer } from './shell/Notices.tsx'
import { OpenRecordContext } from './shell/openRecord.ts'
import { ProjectionEnded } from './shell/ProjectionEnded.tsx'
import { isProjectionWindow } from './shell/projectionWindow.ts'
import { forgetRecent } from './shell/recent.ts'
import { useAppliedSettings } from './shell/settings.ts'
import { Loaded } from './ui/Loaded.tsx'

/** Shows the screens of the record where one is open, else the way to one. */
export function App() {
  useAppliedSettings()
  const language = useLanguage()
  const state = useRead('record.state', {})
  return (
    <I18nProvider locale={language === 'id' ? 'id-ID' : 'en-GB'}>
      <Loaded reading={state}>{(record) => <Record record={record} />}</Loaded>
      <FileQuestion />
      <LockCover />
      <Announcer />
    </I18nProvider>
  )
}

function Record({ record }: { readonly record: RecordState }) {
  const recovery = useStore(newRecovery)
  if (isProjectionWindow() && record.status !== 'open') return <ProjectionEnded />
  if (recovery.state === 'shown') return <RecoveryKeyPage recoveryKey={recovery.key} isNew={recovery.isNew} />
  // While a record is being made its state may change before its key is here; the wizard stays.
  if (recovery.state === 'making') return <StartPage recent={[]} />
  if (record.status === 'closed') return <StartPage recent={record.recent} />
  if (record.status === 'locked') return <UnlockPage record={record} />
  return <Screens record={record} />
}

let screens: ReturnType<typeof createScreens> | undefined

function Screens({ record }: { readonly record: Extract<RecordState, { status: 'open' }> }) {
  const [router] = useState(() => (screens ??= createScreens()))
  const queries = useQueryClient()
  useEffect(
    () => () => {
      // Locked or closed: nothing of the record stays in the window.
      forgetRecord(queries)
      forgetActs()
      forgetRecent()
      forgetItemClock()
      forgetDesk()
    },
    [queries],
  )
  return (
    <OpenRecordContext value={record}>
      <RouterProvider router={router} />
    </OpenRecordContext>
  )
}
