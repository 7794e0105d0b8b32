import { fromText, toText } from './structuredText.ts'

/** Names under which the page and the driver meet. */
export const toHost = '__standInToHost'
export const toPage = '__standInToPage'

/**
 * A script that runs before those of the page and runs the built preload, unchanged, as Electron's sandbox would: in
 * the top frame only, with a `require` that knows no more, and with values that went through a structured clone.
 */
export function preloadScript(source: string, argv: readonly string[]): string {
  return `(() => {
  if (window !== window.top) return
  const toText = ${toText.toString()}
  const fromText = ${fromText.toString()}
  const strict = (name, known) => new Proxy(known, { get(target, key) {
    if (typeof key === 'symbol' || key === '__esModule' || key in target) return target[key]
    throw new Error('The stand-in for Electron has no ' + name + '.' + key)
  } })
  const listeners = new Map()
  const of = (channel) => listeners.get(channel) ?? listeners.set(channel, []).get(channel)
  window.${toPage} = (channel, text) => { for (const it of [...of(channel)]) it({}, ...fromText(text)) }
  const ipcRenderer = strict('ipcRenderer', {
    invoke: async (channel, ...args) => fromText(await window.${toHost}(channel, toText(structuredClone(args)))),
    on: (channel, listener) => void of(channel).push(listener),
    off: (channel, listener) => void listeners.set(channel, of(channel).filter((it) => it !== listener)),
    removeAllListeners: (channel) => void listeners.delete(channel),
  })
  const cross = (value) => typeof value === 'function' ? (...args) => value(...args)
    : value !== null && typeof value === 'object'
      ? Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cross(part)]))) : value
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld: (key, api) => Object.defineProperty(window, key, { value: cross(api), enumerable: true }),
  })
  const electron = strict('electron (preload)', { contextBridge, ipcRenderer })
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error('module not found: ' + name)
  }
  const process = strict('process (preload)', { argv: ${JSON.stringify(argv)}, platform: ${JSON.stringify(process.platform)} })
  ;(function (require, process, module, exports) {
${source}
  })(require, process, { exports: {} }, {})
})()`
}
