import { readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** One file of the built renderer: where it lies, and what it is. */
export type PackagedFile = { readonly file: string; readonly type: string }

/** Every file that a page may ask for, by the path in its URL ("/assets/app.js"). What is not listed is not there. */
export type PackagedFiles = ReadonlyMap<string, PackagedFile>

/** The page itself, at "/". Hosts render it anew for each window; it is not among the files. */
export const pagePath = '/'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Lists the folder of the built renderer once; a file of a type that a page has no use for is left out. */
export function readPackagedFiles(folder: string): PackagedFiles {
  const files = new Map<string, PackagedFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    files.set('/' + relative(folder, file).split(sep).map(encodeURIComponent).join('/'), { file, type })
  }
  return files
}
