import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultBar, DoneNotice } from './Notices.tsx'
import { KeyList } from './KeyList.tsx'
import { NewMenu } from './NewMenu.tsx'
import { Palette } from './Palette.tsx'
import { RecordBars } from './RecordBars.tsx'
import { RecoveredBar } from './RecoveredBar.tsx'
import styles from './Shell.module.css'
import { Sidebar } from './Sidebar.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TitleBar } from './TitleBar.tsx'
import { useAutoLock } from './useAutoLock.ts'
import { useKeys } from './useKeys.ts'
import { useRail } from './useRail.ts'
import { useShellCommands } from './useShellCommands.ts'

type Layer = 'palette' | 'keys' | 'new'

/** Everything around a screen of the record. */
export function Shell() {
  const { t } = useTranslation()
  const router = useRouter()
  const [layer, setLayer] = useState<Layer | null>(null)
  const { rail, toggleRail } = useRail()
  // At the table nothing stands beside the one item.
  const isCapturing = useRouterState({
    select: ({ location }) => 'mode' in location.search && location.search.mode === 'capture',
  })
  const close = useCallback(() => setLayer(null), [])
  useKeys(router.history)
  useAutoLock()
  useShellCommands({ open: setLayer, toggleRail })
  return (
    <div className={styles.shell}>
      <a
        href="#content"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault() // the fragment is the address of the screen
          document.getElementById('content')?.focus()
        }}
      >
        {t('shell.skip')}
      </a>
      <TitleBar onSearch={() => setLayer('palette')} />
      {!isCapturing && <Sidebar rail={rail} />}
      <main id="content" className={styles.content} tabIndex={-1} data-pane="">
        <RecoveredBar />
        <RecordBars />
        <FaultBar />
        <div className={styles.screen}>
          <Outlet />
        </div>
        <DoneNotice />
      </main>
      <StatusBar />
      <Palette isOpen={layer === 'palette'} onClose={close} />
      <KeyList isOpen={layer === 'keys'} onClose={close} />
      <NewMenu isOpen={layer === 'new'} onClose={close} />
    </div>
  )
}
