import { pagePath, type PackagedFile, type PackagedFiles } from '../host/packagedFiles.ts'

/** The one origin that windows have: `app://sepaham`. */
export const appScheme = 'app'
const appHost = 'sepaham'
export const appUrl = `${appScheme}://${appHost}/`

/** What may be loaded at all: our own files and what a page made itself. Everything else is a network. */
export function isRequestAllowed(url: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  return scheme === appScheme || scheme === 'blob' || scheme === 'data'
}

/** The frame that sent a message, as far as it matters here (a part of Electron's WebFrameMain). */
type SenderFrame = { readonly url: string; readonly parent: unknown }

/** Only the top frame of a page of ours may ask. A frame that has gone, or lies in another, may not. */
export function isOwnFrame(frame: SenderFrame | null): boolean {
  if (frame === null || frame.parent !== null) return false
  const url = parse(frame.url)
  return url !== null && isAppOrigin(url)
}

/** The path of a URL of ours, exactly as it must stand in the list of files; null for every other URL. */
function appPath(url: string): string | null {
  const parsed = parse(url)
  if (parsed === null || !isAppOrigin(parsed) || parsed.search !== '') return null
  return parsed.pathname
}

/** What a URL stands for: the page, a file of the list, or nothing. A path is looked up, never put together. */
export function fileFor(url: string, files: PackagedFiles): PackagedFile | 'page' | null {
  const path = appPath(url)
  if (path === null) return null
  return path === pagePath ? 'page' : (files.get(path) ?? null)
}

/** Node knows no origin for a scheme of our own (`URL.origin` is "null"), so the parts are compared. */
function isAppOrigin(url: URL): boolean {
  return (
    url.protocol === `${appScheme}:` &&
    url.hostname === appHost &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  )
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}
