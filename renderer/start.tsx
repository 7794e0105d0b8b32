import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient } from '../shared/api/client.ts'
import { ApiProvider } from './api/ApiProvider.tsx'
import { findBridge } from './api/bridge.ts'
import { flushAll } from './api/flush.ts'
import { App } from './App.tsx'
import { browserChannel, otherWindows } from './shell/otherWindows.ts'
import { installAriaStrings } from './i18n/reactAria.ts'
import { startWords } from './i18n/words.ts'

/** Puts the program on the page. */
export function start(): void {
  const language = document.documentElement.lang === 'en' ? 'en' : 'id'
  installAriaStrings(language)
  startWords(language)

  const client = createClient(findBridge())
  client.beforeClose(async () => void (await flushAll()))
  const takeLeave = otherWindows.join(browserChannel(), flushAll)
  addEventListener('pagehide', takeLeave)

  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <ApiProvider client={client}>
        <App />
      </ApiProvider>
    </StrictMode>,
  )
}
