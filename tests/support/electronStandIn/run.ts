// node run.ts <bundle of main> [flags]: runs the bundle that ships, with "electron" resolved to the stand-in.
import { createRequire, registerHooks } from 'node:module'

const standIn = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})

const bundle = process.argv[2]
if (bundle === undefined) throw new Error('run.ts needs the bundle of the main process')
process.argv.splice(1, 2, bundle)
createRequire(import.meta.url)(bundle)
