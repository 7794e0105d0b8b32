import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/api/client.ts'

/** The names that the host answers to; whatever else is asked for never leaves the page. */
const prefix = '--sepaham-operations='
const operations = new Set(
  process.argv
    .find((argument) => argument.startsWith(prefix))
    ?.slice(prefix.length)
    .split(','),
)

const bridge: Bridge = {
  invoke: (operation, input) =>
    operations.has(operation)
      ? ipcRenderer.invoke(operation, input)
      : Promise.resolve({ ok: false, fault: { kind: 'InvalidInput', problems: ['operation'] } }),

  listen(listener) {
    const pass = (_: unknown, event: unknown) => listener(event)
    ipcRenderer.on('event', pass)
    return () => void ipcRenderer.off('event', pass)
  },

  beforeClose(save) {
    ipcRenderer.removeAllListeners('closing')
    ipcRenderer.on('closing', () => {
      const saved = () => void ipcRenderer.invoke('saved')
      save().then(saved, saved)
    })
  },
}

contextBridge.exposeInMainWorld('sepaham', bridge)
