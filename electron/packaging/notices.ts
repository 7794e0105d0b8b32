// npm run notices: writes THIRD-PARTY-NOTICES.txt, which goes into every installer.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../start/node24.mjs'

export const noticesFile = join(root, 'electron', 'packaging', 'THIRD-PARTY-NOTICES.txt')

type Package = {
  readonly name: string
  readonly version: string
  /** SPDX expression, as its package.json says. */
  readonly license: string
  /** The texts of its licence files; none where it brings none. */
  readonly texts: readonly string[]
}

/**
 * The names, versions and licence texts of all packages that run in Sepaham, as one text.
 *
 * In the order of their names, whatever the system: what is optional by system is left out. A package that brings
 * no licence file is listed with the licence that it names.
 */
export function thirdPartyNotices(): string {
  const packages = runTimePackages().toSorted(
    (a, b) => compare(a.name, b.name) || compare(a.version, b.version),
  )
  return [
    'Sepaham contains these packages. Electron and Chromium bring their own notices.\n',
    ...packages.map(notice),
  ].join(`\n${'-'.repeat(100)}\n\n`)
}

function notice({ name, version, license, texts }: Package): string {
  return `${[`${name} ${version} (${license})`, ...texts].join('\n\n')}\n`
}

/** Of the lockfile: neither for development only nor optional; each name and version once. */
function runTimePackages(): readonly Package[] {
  const { packages } = readJson<{ packages: Readonly<Record<string, LockEntry>> }>(
    join(root, 'package-lock.json'),
  )
  const found = Object.entries(packages)
    .filter(
      ([path, entry]) => path !== '' && !entry.dev && !entry.optional && !entry.devOptional && !entry.peer,
    )
    .map(([path]) => readPackage(join(root, path)))
  return [...new Map(found.map((it) => [`${it.name}@${it.version}`, it])).values()]
}

type LockEntry = {
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
  readonly peer?: boolean
}

function readPackage(folder: string): Package {
  const manifest = readJson<{ name: string; version: string; license?: string | { type: string } }>(
    join(folder, 'package.json'),
  )
  const license = typeof manifest.license === 'object' ? manifest.license.type : manifest.license
  const files = existsSync(folder) ? readdirSync(folder) : []
  const font = fontLicences.get(manifest.name)
  return {
    name: manifest.name,
    version: manifest.version,
    license: font ? `OFL-1.1, its font; ${license}, the rest` : (license ?? 'see its text'),
    texts: [
      ...(font ? [font()] : []),
      ...files
        .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(file))
        .toSorted(compare)
        .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()),
    ],
  }
}

/**
 * Fonts whose package names the licence of its own code and brings no text: the copyright that stands in the font, with
 * the licence that it names, as another package has it.
 */
const fontLicences: ReadonlyMap<string, () => string> = new Map([
  [
    '@expo-google-fonts/noto-serif-khmer',
    () => {
      const file = join(root, 'node_modules', '@fontsource-variable', 'noto-serif-khmer', 'LICENSE')
      const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()
      return `Copyright 2016 Google Inc. All Rights Reserved. Noto is a trademark of Google Inc.\n\n${text.slice(text.indexOf('This Font Software'))}`
    },
  ],
])

function readJson<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** By code unit: a collation of the machine would order differently elsewhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(noticesFile, thirdPartyNotices())
}
