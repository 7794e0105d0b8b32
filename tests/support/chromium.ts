import { findTool } from '../../electron/start/tools.mjs'

/** Flags of a Chromium under test: no screen, no service of its own, nothing fetched. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The installed browser. Throws with what to do where there is none. */
export function findChromium(): string {
  const found = findTool('chromium')
  if (typeof found === 'string') return found
  throw new Error('Chromium, Chrome or Edge is needed: install one, or name it in SEPAHAM_BROWSER')
}
