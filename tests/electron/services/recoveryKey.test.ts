import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatRecoveryKey, recoveryKeyPart } from '../../../shared/recoveryKey.ts'
import { ok } from '../../../shared/result.ts'
import {
  hashOfPart,
  newRecoverySlot,
  openRecoverySlot,
  readKeySlots,
  writeKeySlots,
} from '../../../electron/store/keySlots.ts'
import type { RecordStore } from '../../../electron/store/openStore.ts'
import type { LifeCycle } from '../../../electron/services/lifeCycle.ts'
import type { Opened } from '../../../electron/services/openedRecord.ts'
import { createRecordHandlers } from '../../../electron/services/recordService.ts'
import { inTempFolder, makeRecord, newId, openFixture } from '../store/recordFixture.ts'

const caller = { client: 'window 1' }

describe('a recovery key that is renewed', () => {
  it('leaves the old one in force where the record cannot be written', () =>
    withRecord({ readOnly: true }, async ({ handlers, opensWith, old }) => {
      expect(await handlers['record.renewRecoveryKey']({}, caller)).toMatchObject({ ok: false })
      expect(opensWith(old)).toBe(true)
    }))

  it('must be confirmed as soon as the old one may be gone', () =>
    withRecord({}, async ({ handlers, store }) => {
      const renewed = await handlers['record.renewRecoveryKey']({}, caller)
      if (!renewed.ok) throw new Error('not renewed')
      expect(store.recovery.partHash()).toBe(hashOfPart(recoveryKeyPart(renewed.value.recoveryKey)))
    }))
})

describe('a sheet with the recovery key', () => {
  it('is in the log before it leaves, and leaves no record that was locked meanwhile', () =>
    withRecord({}, async ({ handlers, store, old, saved, whileChoosing }) => {
      const sheet = { recoveryKey: formatRecoveryKey(old), format: 'pdf', language: 'id' } as const
      expect(await handlers['record.saveRecoverySheet'](sheet, caller)).toMatchObject({ ok: true })
      expect(saved).toEqual(['record.saveRecoverySheet'])
      whileChoosing(() => store.close())
      expect(await handlers['record.saveRecoverySheet'](sheet, caller)).toEqual({
        ok: false,
        fault: { kind: 'RecordLocked' },
      })
      expect(saved).toHaveLength(1)
    }))
})

type Inside = {
  readonly handlers: ReturnType<typeof createRecordHandlers>
  readonly store: RecordStore
  readonly old: Uint8Array
  /** For each file that was saved, the newest operation in the log by then. */
  readonly saved: readonly string[]
  readonly opensWith: (recoveryKey: Uint8Array) => boolean
  readonly whileChoosing: (work: () => void) => void
}

/** An open record with a recovery key; `readOnly` is a store that cannot be written, as on a full disk. */
function withRecord(options: { readonly readOnly?: true }, use: (inside: Inside) => Promise<void>) {
  return inTempFolder(async (folder) => {
    const fixture = await makeRecord(folder)
    const { path, key, recordId } = fixture
    const old = randomBytes(32)
    const slot = newRecoverySlot(recordId, newId(), old, key)
    const slots = { ...fixture.slots, revision: 2, slots: [...fixture.slots.slots, slot] }
    writeKeySlots(path, slots)
    const store = await openFixture(fixture, options)
    const opened = { store, path, key, slots, readOnly: false } as Partial<Opened> as Opened
    const saved: string[] = []
    let choosing = () => {}
    const handlers = createRecordHandlers({
      life: {
        opened: () => ok(opened),
        withOpen: (work) => work(opened),
        newId,
        changed: () => undefined,
      } as LifeCycle,
      desktop: {
        chooseSavePath: async () => {
          choosing()
          return join(folder, 'sheet')
        },
        chooseOpenPath: async () => null,
        printPdf: async () => new Uint8Array(1),
      },
      jobs: {
        makeReady: () => undefined,
        run: () => {
          throw new Error('no job is needed')
        },
      },
      saveFile: async (to) => {
        saved.push(store.history(null, 50)[0]?.operation ?? '')
        return ok({ name: to, folder, bytes: 1, removedCharacters: 0 })
      },
      clock: () => new Date(),
    })
    const opensWith = (recoveryKey: Uint8Array) => {
      const written = readKeySlots(path)
      return written.ok && openRecoverySlot(written.value, recoveryKey) !== null
    }
    try {
      await use({ handlers, store, old, saved, opensWith, whileChoosing: (work) => (choosing = work) })
    } finally {
      if (store.db.open) store.close()
    }
  })
}
