import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Arch, build as pack, Platform } from 'electron-builder'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builderConfig } from '../../electron/packaging/builderConfig.ts'
import { build, isBuilt } from '../../electron/start/build.mjs'
import { root } from '../../electron/start/node24.mjs'

const khmerPackage = 'node_modules/@expo-google-fonts/noto-serif-khmer'
const khmerFaces = ['400Regular', '700Bold'].map((face) => `${khmerPackage}/NotoSerifKhmer_${face}.ttf`)
const nativeFile = 'node_modules/better-sqlite3/prebuilds/linux-x64.node'

let folder: string
let files: ReadonlyMap<string, AsarFile>
let archive: Buffer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sepaham-pack-'))
  if (!isBuilt()) build({ quiet: true })
  await pack({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config: {
      ...builderConfig,
      directories: { ...builderConfig.directories, output: join(folder, 'dist') },
      electronDist: standInRuntime(join(folder, 'electron')),
      electronVersion: json(readFileSync(join(root, 'node_modules', 'electron', 'package.json'))).version,
    },
  })
  archive = readFileSync(packed('resources', 'app.asar'))
  files = asarFiles(archive)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packed program', () => {
  it('holds every bundle', () =>
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        ...['main', 'serve', 'record', 'jobs'].map((it) => `out/main/${it}.cjs`),
        'out/preload/preload.cjs',
        'out/renderer/index.html',
      ]),
    ))
  it('starts what package.json names', () => {
    const entry = files.get('package.json')
    const manifest = json(archive.subarray(entry?.at, (entry?.at ?? 0) + (entry?.size ?? 0)))
    expect(files.has(manifest.main)).toBe(true)
  })
  it('holds nothing but bundles, its package.json, better-sqlite3, the dictionary and the font', () =>
    expect(
      [...files.keys()].filter(
        (path) =>
          path !== 'package.json' &&
          !/^out\/(?:main\/[\w-]+\.cjs|preload\/preload\.cjs|renderer\/(?:index\.html|assets\/[\w.-]+))$/.test(
            path,
          ) &&
          !/^node_modules\/better-sqlite3\/(?:package\.json|LICENSE|lib\/[\w/-]+\.js|prebuilds\/linux-x64\.node)$/.test(
            path,
          ) &&
          !khmerFaces.includes(path) &&
          path !== `${khmerPackage}/package.json` &&
          !/^node_modules\/dictionary-en\/(?:package\.json|license|index\.(?:js|aff|dic))$/.test(path),
      ),
    ).toEqual([]))
  it('holds the English dictionary with its licence', () =>
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(
        ['index.js', 'index.aff', 'index.dic', 'license'].map((it) => `node_modules/dictionary-en/${it}`),
      ),
    ))
  it('holds the Khmer font that documents carry, to the byte', () => {
    for (const face of khmerFaces) {
      const { at = 0, size = 0 } = files.get(face) ?? {}
      expect(archive.subarray(at, at + size).equals(readFileSync(join(root, face)))).toBe(true)
    }
  })
  it('holds no source and no map of one', () =>
    expect([...files.keys()].filter((path) => /\.(?:tsx?|map|[ch]pp|[ch])$/.test(path))).toEqual([]))
  it('keeps the native file outside the archive, where it can be loaded', () => {
    expect(files.get(nativeFile)?.unpacked).toBe(true)
    expect(readFileSync(packed('resources', 'app.asar.unpacked', nativeFile))).toEqual(
      readFileSync(join(root, nativeFile)),
    )
    expect([...files].filter(([, { unpacked }]) => unpacked).map(([path]) => path)).toEqual([nativeFile])
  })
  it('brings the licence and the notices', () =>
    expect(
      ['LICENSE.txt', 'THIRD-PARTY-NOTICES.txt'].filter((it) => existsSync(packed('resources', it))),
    ).toHaveLength(2))
})

describe('the fuses, read from the packed executable', () => {
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ]
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  ]
  it.each(on)('fuse %i is on', async (fuse) => expect((await wire())[fuse]).toBe(FuseState.ENABLE))
  it.each(off)('fuse %i is off', async (fuse) => expect((await wire())[fuse]).toBe(FuseState.DISABLE))
  const wire = () => getCurrentFuseWire(packed('sepaham'))
})

const packed = (...path: readonly string[]) => join(folder, 'dist', 'linux-unpacked', ...path)

/**
 * What electron-builder takes for Electron's folder: an executable that has a fuse wire with every fuse the other
 * way round, and the files that it removes or renames.
 */
function standInRuntime(place: string): string {
  mkdirSync(join(place, 'resources'), { recursive: true })
  mkdirSync(join(place, 'locales'))
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX' // @electron/fuses, constants.ts
  const wire = Buffer.concat([Buffer.from([1, 9]), Buffer.from('101100111')])
  writeFileSync(
    join(place, 'electron'),
    Buffer.concat([Buffer.from(`stand-in ${sentinel}`), wire, Buffer.alloc(64)]),
  )
  chmodSync(join(place, 'electron'), 0o755)
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(place, file), '')
  for (const locale of ['en-US', 'id', 'fr']) writeFileSync(join(place, 'locales', `${locale}.pak`), '')
  return place
}

/** A file of the archive: where its bytes begin in it, and how many they are. */
type AsarFile = { readonly at: number; readonly size: number; readonly unpacked: boolean }

type AsarNode = {
  readonly files?: Readonly<Record<string, AsarNode>>
  readonly offset?: string
  readonly size?: number
  readonly unpacked?: boolean
}

/** Reads the archive's list of files. Source: @electron/asar, "Format": two Pickles, the second holds JSON. */
function asarFiles(bytes: Buffer): ReadonlyMap<string, AsarFile> {
  const headerSize = bytes.readUInt32LE(4)
  const header: AsarNode = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)))
  const found = new Map<string, AsarFile>()
  const visit = (path: string, { files: below, offset, size, unpacked }: AsarNode) => {
    if (below) for (const [name, node] of Object.entries(below)) visit(path ? `${path}/${name}` : name, node)
    else
      found.set(path, {
        at: 8 + headerSize + Number(offset ?? 0),
        size: size ?? 0,
        unpacked: unpacked === true,
      })
  }
  visit('', header)
  return found
}

function json(bytes: Buffer): { readonly version: string; readonly main: string } {
  return JSON.parse(bytes.toString('utf8'))
}
