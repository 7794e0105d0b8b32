import type { Bridge } from '../../shared/api/client.ts'
import { createHttpBridge } from './httpBridge.ts'

declare global {
  interface Window {
    /** Put there by the preload on the desktop host. */
    readonly sepaham?: Bridge
  }
}

/** The bridge of the host that shows this page: the preload's where there is one, else HTTP. */
export function findBridge(): Bridge {
  return window.sepaham ?? createHttpBridge()
}
