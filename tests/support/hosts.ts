import { electronObstacle, electronRuntime } from '../../electron/start/electronRuntime.mjs'

export type HostName = 'loopback' | 'standIn' | 'electron'

/** A host on which end-to-end tests run here; the run's last lines name them by their titles. */
export type Host = { readonly host: HostName; readonly title: string }

const runtime = electronObstacle() === null ? electronRuntime() : null

/** For `describe.each(hosts)('on the $title', …)`. Electron itself is among them where its runtime can show a window. */
export const hosts: readonly Host[] = [
  { host: 'loopback', title: 'loopback host' },
  { host: 'standIn', title: 'stand-in for Electron' },
  ...(runtime === null ? [] : [{ host: 'electron', title: 'Electron itself' } as const]),
]
