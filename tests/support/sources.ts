import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A node of the syntax tree (ESTree with TypeScript's additions). */
export type SyntaxNode = { readonly type: string; readonly [property: string]: unknown }

/** One source file of the project. */
export type Source = {
  /** Path from the project's folder, with forward slashes. */
  readonly path: string
  readonly text: string
  /** What it imports, exports from, or loads with `import()`: a path from the project's folder, or a package. */
  readonly imports: readonly Import[]
  readonly nodes: readonly SyntaxNode[]
}

export type Import = {
  readonly from: string
  readonly relative: boolean
  /** The names taken by an import statement; `*` and `default` as such. */
  readonly names: readonly string[]
}

/** Reads and parses every .ts, .tsx and .mjs file under the folders (or the files themselves); declarations aside. */
export function readSources(...places: readonly string[]): readonly Source[] {
  return places.flatMap(filesUnder).map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}

/** Parses one file. `path` decides the language and what relative imports mean. */
export function readSource(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const staticImports = module.staticImports.map((it) => ({
    specifier: it.moduleRequest.value,
    names: it.entries.map(
      ({ importName }) => importName.name ?? (importName.kind === 'Default' ? 'default' : '*'),
    ),
  }))
  const reExports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, names: [importName.name ?? '*'] }] : [],
    ),
  )
  const dynamicImports = module.dynamicImports.map(({ moduleRequest }) => ({
    specifier: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    names: ['*'],
  }))
  return {
    path,
    text,
    imports: [...staticImports, ...reExports, ...dynamicImports].map(({ specifier, names }) => ({
      from: specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier,
      relative: specifier.startsWith('.'),
      names,
    })),
    nodes: [...nodesIn(program)],
  }
}

/** The source text of a callee or of a member access without its blanks: `Date.now`, `db.prepare`. */
export function dottedName(node: unknown): string | null {
  if (!isNode(node)) return null
  if (node.type === 'Identifier') return String(node['name'])
  if (node.type === 'ThisExpression') return 'this'
  if (node.type !== 'MemberExpression' || node['computed'] === true) return null
  const object = dottedName(node['object'])
  const property = dottedName(node['property'])
  return property === null ? null : `${object ?? '…'}.${property}`
}

/** The value of a string literal, or of a template up to its first expression; null for anything else. */
export function literalText(node: unknown): string | null {
  if (!isNode(node)) return null
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null
  if (node.type !== 'TemplateLiteral') return null
  const [first] = listOf(node['quasis'])
  const value = isNode(first) ? first['value'] : null
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : null
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function* nodesIn(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) for (const element of value) yield* nodesIn(element)
  if (!isNode(value)) return
  yield value
  for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesIn(child)
}

function filesUnder(place: string): readonly string[] {
  if (/\.[a-z]+$/.test(place)) return [place]
  return readdirSync(join(root, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.(?:ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .map((path) => path.split(sep).join('/'))
    .toSorted()
}
