import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  dottedName,
  isNode,
  listOf,
  literalText,
  readSource,
  readSources,
  root,
  type Source,
} from './support/sources.ts'

// How a host reaches the record: its thread, the messages, and what services ask of the machine.
const recordPort = [
  'electron/record/startRecordThread.ts',
  'electron/record/messages.ts',
  'electron/services/ports.ts',
]

/**
 * Who may import whom. The longest key that a file's path starts with holds for it; a folder may import itself.
 * Values are folders or files of the project, packages, or a group of packages that ends with `*`.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared', 'zod'],
  'shared/text': ['shared', 'zod', '@tiptap/core', '@tiptap/pm/*', '@tiptap/extension-*'],
  'shared/docx': ['shared', 'docx', 'fflate', 'saxes'],
  renderer: [
    'shared',
    'react',
    'react/*',
    'react-dom',
    'react-dom/*',
    'react-aria-components',
    'react-aria-components/*',
    '@internationalized/date',
    '@tiptap/*',
    '@tanstack/*',
    'i18next',
    'react-i18next',
    'lucide-react',
    'dompurify',
    '@fontsource-variable/*',
  ],
  'electron/store': ['shared', 'better-sqlite3', 'zod', 'node:*'],
  'electron/services': ['shared', 'electron/store'],
  'electron/jobs': ['shared', 'electron/store', 'nspell', 'node:*'],
  'electron/record': [
    'shared',
    'electron/services',
    'electron/store',
    'electron/jobs',
    'electron-log/node',
    'node:*',
  ],
  // What the two hosts have in common; it knows the record by its port alone.
  'electron/host': ['shared', ...recordPort, 'electron-log/node', 'node:*'],
  'electron/loopback': ['shared', 'electron/host', ...recordPort, 'node:*'],
  'electron/shell': ['shared', 'electron/host', ...recordPort, 'electron', 'node:*'],
  'electron/preload.ts': ['shared', 'electron'],
  'electron/main.ts': ['shared', 'electron', 'node:*'],
  'electron/serve.ts': ['shared', 'electron/start/tools.mjs', 'node:*'],
  'electron/start': ['electron-vite', 'vite', 'node:*'],
  'electron/packaging': ['electron/start', 'electron-builder', 'playwright-core', 'node:*'],
}

/** Composition roots start a thread or a process of their own: they see to Temporal, and main and serve to the parts. */
const compositionRoots = [
  'renderer/main.tsx',
  'electron/main.ts',
  'electron/serve.ts',
  'electron/record/entry.ts',
  'electron/jobs/entry.ts',
]
const composes = ['electron/host', 'electron/record', 'electron/shell', 'electron/loopback']

const product = readSources('shared', 'electron', 'renderer')
const ofProgram = product.filter(({ path }) => !/^electron\/(start|packaging)\//.test(path))

describe('imports', () => {
  it('go only where the map says', () => expect(product.flatMap(forbiddenImports)).toEqual([]))
  it('are named when they go elsewhere', () =>
    expect(forbiddenImports(readSource('electron/services/x.ts', `import { app } from 'electron'`))).toEqual([
      'electron/services/x.ts may not import electron',
    ]))
  it('of the renderer do not reach what packs documents', () =>
    expect(forbiddenImports(readSource('renderer/x.ts', `import '../shared/docx/a.ts'`))).toHaveLength(1))
  it('never come from tests', () =>
    expect(product.flatMap(({ imports }) => imports.filter(({ from }) => from.startsWith('tests/')))).toEqual(
      [],
    ))
  it('of Electron stay in its shell, the bridge and main', () =>
    expectOnly(/^electron\/(shell\/|preload\.ts$|main\.ts$)/, (source) => importsPackage(source, 'electron')))
  it('of better-sqlite3 stay in the store', () =>
    expectOnly(/^electron\/store\//, (source) => importsPackage(source, 'better-sqlite3')))
  it('of the Temporal polyfill stay in the composition roots', () =>
    expect(
      product
        .filter((source) => importsPackage(source, 'temporal-polyfill'))
        .map(({ path }) => path)
        .filter((path) => !compositionRoots.includes(path)),
    ).toEqual([]))
  it('name Node by its scheme and relative files by their extension', () =>
    expect(
      product.flatMap(({ path, imports }) =>
        imports
          .filter(({ from, relative }) =>
            relative ? !/\.[a-z0-9]+$/.test(from) : builtinModules.includes(from),
          )
          .map(({ from }) => `${path}: ${from}`),
      ),
    ).toEqual([]))
})

describe('the core is pure', () => {
  const impure = new Set(['Date.now', 'Math.random', 'performance.now', 'Date'])
  const machine = /^(?:Temporal\.Now|crypto|globalThis|process|Buffer|localStorage|navigator)\b/
  const impurities = ({ path, nodes }: Source) =>
    nodes
      .filter(({ type }) => type === 'CallExpression' || type === 'NewExpression')
      .filter(({ type, arguments: given, callee }) => {
        const name = dottedName(callee) ?? ''
        if (type === 'NewExpression') return name === 'Date' && listOf(given).length === 0
        return impure.has(name) || machine.test(name)
      })
      .map(({ callee }) => `${path} asks the machine: ${dottedName(callee)}`)

  it('asks neither clock nor chance nor the machine', () =>
    expect(product.filter(({ path }) => path.startsWith('shared/')).flatMap(impurities)).toEqual([]))
  it('is seen to ask', () =>
    expect(
      impurities(
        readSource('shared/x.ts', 'const a = [new Date(), Date.now(), Temporal.Now.instant(), new Date(0)]'),
      ),
    ).toHaveLength(3))
})

describe('the record', () => {
  const sql =
    /^\s*(?:SELECT\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(?:TABLE|(?:UNIQUE\s+)?INDEX|TRIGGER|VIEW|VIRTUAL)\s|ALTER\s+TABLE\s|DROP\s+\w+\s|WITH\s+(?:RECURSIVE\s+)?\w+\s.*AS\s*\(|PRAGMA\s|VACUUM\b|ATTACH\s|BEGIN\b(?!:)|COMMIT\b)/s
  const statements = ({ path, nodes }: Source) =>
    nodes
      .filter((node) => sql.test(literalText(node) ?? ''))
      .map((node) => `${path}: ${literalText(node)?.trim()}`)
  const calls = ({ path, nodes }: Source, method: RegExp) =>
    nodes
      .filter(({ type, callee }) => type === 'CallExpression' && method.test(dottedName(callee) ?? ''))
      .map(({ callee }) => `${path} calls ${dottedName(callee)}`)

  it('is spoken to in SQL by the store alone', () =>
    expect(
      ofProgram
        .filter(({ path }) => !path.startsWith('electron/store/'))
        .flatMap((source) => [...statements(source), ...calls(source, /\.(?:prepare|pragma)$/)]),
    ).toEqual([]))
  it('shows where SQL is spoken', () =>
    expect(
      statements(readSource('electron/services/x.ts', 'const q = `\n SELECT id FROM draft`')),
    ).toHaveLength(1))
  // serialize() returns plaintext; backup() refuses an encrypted source: VACUUM INTO keeps the key.
  it('never leaves the store unencrypted', () =>
    expect(
      ofProgram
        .filter(({ path }) => path.startsWith('electron/store/'))
        .flatMap((source) =>
          calls(source, /\b(?:db|database|connection)\.(?:serialize|backup)$|Sync\.serialize$/i),
        ),
    ).toEqual([]))
})

describe('cryptography', () => {
  // Electron has BoringSSL: what only OpenSSL knows passes every test under Node and fails in the product.
  const known = new Set([
    ...[
      'createHash',
      'createHmac',
      'hkdf',
      'hkdfSync',
      'scrypt',
      'scryptSync',
      'createCipheriv',
      'createDecipheriv',
    ],
    ...['sign', 'verify', 'generateKeyPair', 'generateKeyPairSync', 'diffieHellman', 'createPrivateKey'],
    ...['createPublicKey', 'randomBytes', 'randomUUID', 'randomInt', 'timingSafeEqual', 'hash'],
    ...['KeyObject', 'BinaryLike', 'Hash', 'ScryptOptions', 'CipherGCM', 'DecipherGCM'],
  ])
  const algorithms = new Map<string, readonly string[]>(
    Object.entries({
      createHash: ['sha256', 'sha512'],
      createHmac: ['sha256', 'sha512'],
      hash: ['sha256', 'sha512'],
      hkdf: ['sha256', 'sha512'],
      hkdfSync: ['sha256', 'sha512'],
      createCipheriv: ['aes-256-gcm'],
      createDecipheriv: ['aes-256-gcm'],
      generateKeyPair: ['ed25519', 'x25519'],
      generateKeyPairSync: ['ed25519', 'x25519'],
    }),
  )
  // SQLCipher's own page format, read to tell a damaged record from a wrong key; BoringSSL has both.
  const pageFormat = new Set(['pbkdf2Sync', 'aes-256-cbc'])
  const isAllowed = (path: string, name: string, names: { has: (name: string) => boolean }) =>
    names.has(name) || (path.startsWith('electron/store/') && pageFormat.has(name))
  const strangers = ({ path, imports, nodes }: Source) => [
    ...imports
      .filter(({ from }) => from === 'node:crypto')
      .flatMap(({ names }) =>
        names.filter((name) => !isAllowed(path, name, known)).map((name) => `${path} imports ${name}`),
      ),
    ...nodes
      .filter(({ type }) => type === 'CallExpression')
      .flatMap(({ callee, arguments: given }) => {
        const allowed = algorithms.get(dottedName(callee) ?? '')
        const algorithm = constantText(nodes, listOf(given)[0])
        return !allowed || isAllowed(path, algorithm ?? '', new Set(allowed))
          ? []
          : [`${path} uses ${algorithm ?? 'a computed algorithm'}`]
      }),
  ]

  it("uses only what Electron's BoringSSL has", () => expect(ofProgram.flatMap(strangers)).toEqual([]))
  it('names what it does not have', () =>
    expect(
      strangers(
        readSource(
          'electron/store/x.ts',
          `import crypto, { createHash, argon2 } from 'node:crypto'; createHash('sha3-256'); createHash(name)`,
        ),
      ),
    ).toHaveLength(4))
})

describe('windows', () => {
  const made = ({ path, nodes }: Source) =>
    nodes
      .filter(
        ({ type, callee }) =>
          type === 'NewExpression' &&
          /^(?:BrowserWindow|WebContentsView|BrowserView)$/.test(dottedName(callee) ?? ''),
      )
      .map(() => path)

  it('are made in one place of the shell', () => {
    const places = product.flatMap(made)
    expect(places.every((path) => path.startsWith('electron/shell/'))).toBe(true)
    expect(places.length).toBeLessThanOrEqual(2) // a window, and the hidden page that prints
  })
  it('never lead out of the program', () =>
    expect(
      product.flatMap(({ path, nodes }) =>
        nodes.flatMap((node) => {
          const name = dottedName(node) ?? ''
          return /\b(?:shell\.openExternal|shell\.openPath|autoUpdater|crashReporter)\b/.test(name)
            ? [`${path}: ${name}`]
            : []
        }),
      ),
    ).toEqual([]))
})

describe('the package', () => {
  const manifest = json('package.json')
  const lock = json('package-lock.json')
  const exact = /^(?:npm:[@\w./-]+@)?\d+\.\d+\.\d+$/

  it('has only the folders of the map at the top', () => {
    const folders = ['electron', 'renderer', 'shared', 'tests', 'node_modules', 'out', 'dist']
    const files = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'electron.vite.config.ts',
      'README.md',
      'LICENSE',
    ]
    const strangers = readdirSync(root).filter(
      (it) => !it.startsWith('.') && ![...folders, ...files].includes(it),
    )
    expect(strangers).toEqual([])
  })
  it('names exact versions', () =>
    expect(
      Object.entries({
        ...entries(manifest['dependencies']),
        ...entries(manifest['devDependencies']),
      }).filter(([, version]) => !exact.test(String(version))),
    ).toEqual([]))
  it('needs at most 36 packages at run time', () =>
    expect(Object.keys(entries(manifest['dependencies'])).length).toBeLessThanOrEqual(36))
  it('runs no script of another package when it is installed', () => {
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
    const withScripts = Object.entries(entries(lock['packages']))
      .filter(([, it]) => entries(it)['hasInstallScript'] === true && entries(it)['dev'] !== true)
      .map(([path]) => path)
    expect(withScripts).toEqual([])
  })
  it('has a lockfile that names every package in full and no registry of its own', () => {
    const packages = Object.entries(entries(lock['packages'])).filter(([path]) => path !== '')
    const wanting = packages.filter(([, it]) => !String(entries(it)['integrity']).startsWith('sha512-'))
    const elsewhere = packages.filter(([, it]) => {
      const resolved = entries(it)['resolved']
      return resolved !== undefined && !String(resolved).startsWith('https://')
    })
    const absent = packages.flatMap(([path, it]) =>
      Object.keys(entries(entries(it)['optionalDependencies'])).filter((name) => !locked(lock, path, name)),
    )
    expect({ wanting, elsewhere, absent }).toEqual({ wanting: [], elsewhere: [], absent: [] })
  })
})

/** Violations in words, for the person who reads the failure. */
function forbiddenImports({ path, imports }: Source): readonly string[] {
  const folder = Object.keys(mayImport)
    .filter((it) => path === it || path.startsWith(`${it}/`))
    .toSorted((a, b) => b.length - a.length)[0]
  if (folder === undefined) return [`${path} is in no folder of the map`]
  const allowed = [
    folder,
    ...(mayImport[folder] ?? []),
    ...(compositionRoots.includes(path) ? ['temporal-polyfill/global', 'electron-log/node'] : []),
    ...(/^electron\/(?:main|serve)\.ts$/.test(path) ? composes : []),
  ]
  return imports
    .filter(
      ({ from, relative }) => !allowed.some((it) => covers(it, from, relative)) || leavesTheCore(path, from),
    )
    .map(({ from }) => `${path} may not import ${from}`)
}

/** What packs documents is compiled with Node's types, so nothing that the renderer shares may lean on it. */
function leavesTheCore(path: string, from: string): boolean {
  return from.startsWith('shared/docx/') && /^(?:renderer|shared(?!\/docx))\//.test(path)
}

function covers(allowed: string, from: string, relative: boolean): boolean {
  const place = /^(?:shared|electron\/|renderer)/.test(allowed)
  if (place !== relative) return false
  if (place) return from === allowed || from.startsWith(`${allowed}/`)
  return allowed.endsWith('*') ? from.startsWith(allowed.slice(0, -1)) : from === allowed
}

const importsPackage = ({ imports }: Source, name: string) =>
  imports.some(({ from, relative }) => !relative && (from === name || from.startsWith(`${name}/`)))

function expectOnly(where: RegExp, holds: (source: Source) => boolean): void {
  const elsewhere = ofProgram.filter((source) => !where.test(source.path) && holds(source))
  expect(elsewhere.map(({ path }) => path)).toEqual([])
}

/** The text of a literal, or of a constant of the same file that holds one. */
function constantText(nodes: Source['nodes'], node: unknown): string | null {
  const name = isNode(node) && node.type === 'Identifier' ? dottedName(node) : null
  if (name === null) return literalText(node)
  const declared = nodes.find(({ type, id }) => type === 'VariableDeclarator' && dottedName(id) === name)
  const init = declared?.['init']
  return literalText(isNode(init) && init.type === 'TSAsExpression' ? init['expression'] : init)
}

function json(file: string): Readonly<Record<string, unknown>> {
  return entries(JSON.parse(readFileSync(join(root, file), 'utf8')))
}

function entries(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** Whether the lockfile has a package where Node would look for it, seen from `path`. */
function locked(lock: Readonly<Record<string, unknown>>, path: string, name: string): boolean {
  const packages = entries(lock['packages'])
  const steps = path.split('/node_modules/')
  return (
    steps.some(
      (_, at) => `${steps.slice(0, at + 1).join('/node_modules/')}/node_modules/${name}` in packages,
    ) || `node_modules/${name}` in packages
  )
}
