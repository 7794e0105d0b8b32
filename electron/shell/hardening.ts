import { app, type Session, type WebContents } from 'electron'
import type { HostLog } from '../host/hostLog.ts'
import { isRequestAllowed } from './requests.ts'

/** Chromium's own services, each of which would open a connection of its own accord. */
const switches: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-sync'],
  ['disable-quic'],
  ['dns-prefetch-disable'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-features', 'AutofillServerCommunication,MediaRouter,OptimizationHints,Translate'],
]

/** Everything that must stand before the app is ready: sandbox, no network, and what holds for every page and session. */
export function hardenApp(log: HostLog): void {
  app.enableSandbox()
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
  app.on('session-created', hardenSession)
  app.on('web-contents-created', (_, contents) => hardenContents(contents, log))
}

/** The one thing a page may ask of the machine: putting plain text on the clipboard. */
const permitted: readonly string[] = ['clipboard-sanitized-write']

function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isRequestAllowed(details.url) }))
  session.enableNetworkEmulation({ offline: true })
  session.setSpellCheckerEnabled(false)
  session.setPermissionRequestHandler((_, permission, answer) => answer(permitted.includes(permission)))
  session.setPermissionCheckHandler((_, permission) => permitted.includes(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, answer) => answer(null))
  session.on('will-download', (event) => event.preventDefault())
}

/** A policy for content does not stop navigation, so every way of leaving the page is closed here. */
function hardenContents(contents: WebContents, log: HostLog): void {
  const deny = (what: string) => (event: { readonly preventDefault: () => void }) => {
    event.preventDefault()
    log.warn(`denied: ${what}`)
  }
  contents.on('will-navigate', deny('navigation'))
  contents.on('will-frame-navigate', deny('navigation of a frame'))
  contents.on('will-redirect', deny('redirection'))
  contents.on('will-attach-webview', deny('webview'))
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
