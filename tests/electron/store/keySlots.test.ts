import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatRecoveryKey, parseRecoveryKey } from '../../../shared/recoveryKey.ts'
import {
  healKeySlots,
  keysCopyOf,
  keysOf,
  newOfficerSlot,
  newRecoverySlot,
  officerSlots,
  openOfficerSlot,
  openRecoverySlot,
  probeCrypto,
  readKeySlots,
  replaceSlots,
  usualCost,
  writeKeySlots,
  type KeySlots,
} from '../../../electron/store/keySlots.ts'
import { cheap, inTempFolder, makeRecord, newId, passphrase, type Fixture } from './recordFixture.ts'

describe('key slots', () => {
  it('give the key for the right passphrase only', () =>
    withRecord(async ({ slots, key, recordId }) => {
      const [slot] = officerSlots(slots)
      if (!slot) throw new Error('no slot')
      expect(await openOfficerSlot(recordId, slot, passphrase)).toEqual(key)
      expect(await openOfficerSlot(recordId, slot, `${passphrase} `)).toBeNull()
      expect(await openOfficerSlot('another record', slot, passphrase)).toBeNull()
    }))

  it('take a passphrase however it was composed', () =>
    withRecord(async ({ recordId, key }) => {
      const owner = { id: newId(), officerId: newId(), name: 'Élise' }
      const slot = await newOfficerSlot(recordId, owner, 'é très longue', key, cheap)
      expect(await openOfficerSlot(recordId, slot, 'e\u0301 tre\u0300s longue')).toEqual(key)
    }))

  it('bind name, officer and cost: a slot whose words were changed opens no more', () =>
    withRecord(async ({ slots, recordId }) => {
      const [slot] = officerSlots(slots)
      if (!slot) throw new Error('no slot')
      for (const changed of [
        { ...slot, name: 'Budi' },
        { ...slot, officerId: newId() },
        { ...slot, id: newId() },
        { ...slot, kdf: { ...slot.kdf, N: slot.kdf.N / 2 } },
      ]) {
        expect(await openOfficerSlot(recordId, changed, passphrase)).toBeNull()
      }
    }))

  it('hold the key of none of their secrets in words', () =>
    withRecord(async ({ path, key }) => {
      const file = readFileSync(keysOf(path), 'utf8')
      expect(file).not.toContain(key.toString('hex'))
      expect(file).not.toContain(passphrase)
    }))

  it('open with the recovery key as it was printed, in 100 of 100 drills', () =>
    withRecord(async ({ slots, key, recordId }) => {
      for (let drill = 0; drill < 100; drill++) {
        const recovery = randomBytes(32)
        const with_ = { ...slots, slots: [...slots.slots, newRecoverySlot(recordId, newId(), recovery, key)] }
        const typed = parseRecoveryKey(formatRecoveryKey(recovery).toLowerCase().replaceAll('-', ' '))
        expect(typed && openRecoverySlot(with_, typed)).toEqual(key)
        expect(openRecoverySlot(with_, randomBytes(32))).toBeNull()
      }
    }))

  it('are read from the second copy where the first is missing, damaged or older, and made whole again', () =>
    withRecord(async ({ path, slots }) => {
      const spoils = [
        () => rmSync(keysOf(path)),
        () => writeFileSync(keysOf(path), '{"half":'),
        () => writeFileSync(keysOf(path), readFileSync(keysOf(path), 'utf8').replace('Sari', 'Budi')),
        () => {
          writeKeySlots(path, slots)
          const old = readFileSync(keysOf(path))
          writeKeySlots(path, { ...slots, revision: 2 })
          writeFileSync(keysOf(path), old)
        },
      ]
      for (const spoil of spoils) {
        writeKeySlots(path, slots)
        spoil()
        const read = readKeySlots(path)
        if (!read.ok) throw new Error(read.fault)
        expect(read.value.slots).toEqual(slots.slots)
        healKeySlots(path, read.value)
        expect(readFileSync(keysOf(path))).toEqual(readFileSync(keysCopyOf(path)))
      }
    }))

  it('are missing or damaged only where both copies are', () =>
    withRecord(async ({ path }) => {
      writeFileSync(keysOf(path), 'x')
      writeFileSync(keysCopyOf(path), '')
      expect(readKeySlots(path)).toEqual({ ok: false, fault: 'keysDamaged' })
      rmSync(keysOf(path))
      rmSync(keysCopyOf(path))
      expect(readKeySlots(path)).toEqual({ ok: false, fault: 'keysMissing' })
    }))

  it('of a newer program are said to be newer', () =>
    withRecord(async ({ path }) => {
      for (const file of [keysOf(path), keysCopyOf(path)]) {
        writeFileSync(file, JSON.stringify({ format: 'sepaham-keys', version: 2 }))
      }
      expect(readKeySlots(path)).toEqual({ ok: false, fault: 'newer' })
    }))

  it('lose the old slot only after the new one, read from the disk, has given the key', () =>
    withRecord(async ({ path, slots, key, recordId }) => {
      const owner = { id: newId(), officerId: officerSlots(slots)[0]?.officerId ?? '', name: 'Sari' }
      const slot = await newOfficerSlot(recordId, owner, 'kata sandi yang baru', key, cheap)
      let seen: KeySlots | null = null
      const next = await replaceSlots(
        path,
        slots,
        slot,
        () => true,
        key,
        (written, back) => {
          const onDisk = readKeySlots(path)
          seen = onDisk.ok ? onDisk.value : null
          return back.kind === 'officer'
            ? openOfficerSlot(written.recordId, back, 'kata sandi yang baru')
            : null
        },
      )
      expect((seen as KeySlots | null)?.slots).toHaveLength(2)
      expect(next.slots.map(({ id }) => id)).toEqual([slot.id])
      expect(readKeySlots(path)).toEqual({ ok: true, value: next })
    }))

  it('keep the old slot where the new one does not open', () =>
    withRecord(async ({ path, slots, key, recordId }) => {
      const owner = { id: newId(), officerId: newId(), name: 'Sari' }
      const slot = await newOfficerSlot(recordId, owner, 'kata sandi yang baru', key, cheap)
      await expect(
        replaceSlots(
          path,
          slots,
          slot,
          () => true,
          key,
          () => null,
        ),
      ).rejects.toThrow()
      const read = readKeySlots(path)
      expect(read.ok && read.value.slots.map(({ id }) => id)).toContain(slots.slots[0]?.id)
      expect(existsSync(keysCopyOf(path))).toBe(true)
    }))

  it('cost 128 MB of memory to try', () => expect(128 * usualCost.N * usualCost.r).toBe(128 * 2 ** 20))
  it('need only what Electron has too', () => expect(probeCrypto).not.toThrow())
})

function withRecord(use: (fixture: Fixture) => Promise<void>): Promise<void> {
  return inTempFolder(async (folder) => use(await makeRecord(folder)))
}
