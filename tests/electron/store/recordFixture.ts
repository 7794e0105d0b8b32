import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Officer } from '../../../shared/record.ts'
import {
  newOfficerSlot,
  writeKeySlots,
  type KeySlots,
  type ScryptCost,
} from '../../../electron/store/keySlots.ts'
import type { Migration } from '../../../electron/store/migrate.ts'
import { migrations as released } from '../../../electron/store/migrations/migrations.ts'
import { createRecordFile, openStore, type RecordStore } from '../../../electron/store/openStore.ts'
import { createNewId } from '../../../electron/store/uuid.ts'

/** Deriving a key for a test must not take half a second; the usual cost has a test of its own. */
export const cheap: ScryptCost = { N: 2 ** 10, r: 8, p: 1 }
export const passphrase = 'kata sandi untuk pengujian'
export const newId = createNewId(Date.now)

export function tempFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sepaham-test-'))
}

/** Calls `work` with a folder that is gone afterwards. */
export async function inTempFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = tempFolder()
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export type Fixture = {
  readonly path: string
  readonly key: Buffer
  readonly officer: Officer
  readonly recordId: string
  readonly slots: KeySlots
}

/** A closed record with its keys beside it. */
export async function makeRecord(
  folder: string,
  {
    name = 'Nusa Dua',
    migrations = released,
    cost = cheap,
  }: { name?: string; migrations?: readonly Migration[]; cost?: ScryptCost } = {},
): Promise<Fixture> {
  const path = join(folder, `${name}.sepaham`)
  const key = randomBytes(32)
  const recordId = newId()
  const officer = Officer.parse({ id: newId(), name: 'Sari', addedAt: new Date().toISOString() })
  const owner = { id: newId(), officerId: officer.id, name: officer.name }
  const slots: KeySlots = {
    format: 'sepaham-keys',
    version: 1,
    recordId,
    sample: false,
    revision: 1,
    slots: [await newOfficerSlot(recordId, owner, passphrase, key, cost)],
  }
  writeKeySlots(path, slots)
  createRecordFile({
    path,
    key,
    recordId,
    ownSide: 'IDN',
    sample: false,
    officer,
    recoveryPartHash: null,
    migrations,
  })
  return { path, key, officer, recordId, slots }
}

export function tryOpen(
  { path, key, officer }: Pick<Fixture, 'path' | 'key' | 'officer'>,
  options: Partial<Parameters<typeof openStore>[0]> = {},
) {
  return openStore({
    path,
    key,
    officer: () => officer,
    clock: () => new Date(),
    migrations: released,
    ...options,
  })
}

export async function openFixture(
  fixture: Fixture,
  options: Partial<Parameters<typeof openStore>[0]> = {},
): Promise<RecordStore> {
  const opened = await tryOpen(fixture, options)
  if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened.fault)}`)
  return opened.value
}

export function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** Every file below a folder. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

/** Adds an agency through the store, as a service would. */
export function addAgency(store: RecordStore, words: string, id = newId()) {
  return store.change({ operation: 'agency.put', about: words }, () => {
    store.db
      .prepare('INSERT INTO agency (id, side, name, level, words) VALUES (?, ?, ?, ?, ?)')
      .run(id, 'IDN', JSON.stringify({ en: words }), 'ministry', words)
    return { ok: true, value: id } as const
  })
}

export function agencies(store: RecordStore): readonly string[] {
  return store.db.prepare('SELECT words FROM agency ORDER BY id').pluck().all() as string[]
}
