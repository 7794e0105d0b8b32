import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { version } from './package.json' with { type: 'json' }

// better-sqlite3 loads its native file from its own folder, so it stays a package; all else is in the bundles.
const outsideTheBundles = ['electron', 'better-sqlite3']

/**
 * out/main/{main,serve,record,jobs}.cjs, out/preload/preload.cjs, out/renderer/index.html with hashed assets.
 *
 * CJS throughout: a sandboxed preload cannot be an ES module, and worker threads inside an asar start from CJS.
 * Chunks lie flat beside their entries, so that `import.meta.dirname` is out/main in every module of them.
 */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        external: outsideTheBundles,
        input: {
          main: 'electron/main.ts',
          serve: 'electron/serve.ts',
          record: 'electron/record/entry.ts',
          jobs: 'electron/jobs/entry.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    server: { fs: { allow: [resolve('.')] } }, // shared/ and node_modules/ lie beside the renderer's folder
    define: { 'import.meta.env.VITE_SEPAHAM_VERSION': JSON.stringify(version) },
    plugins: [react()],
    build: {
      rolldownOptions: {
        input: resolve('renderer/index.html'),
        // zod must be told that it may not run text as code before any schema is made, so both are in one chunk.
        output: {
          codeSplitting: {
            groups: [{ name: 'zod', test: /\/node_modules\/zod\/|\/withoutCode\.ts$/ }],
          },
        },
      },
      minify: true,
      assetsInlineLimit: 0, // the content security policy asks for files: no data: fonts, no inline scripts
    },
  },
})
