import type { Fault } from '../../shared/fault.ts'
import type { Officer } from '../../shared/record.ts'
import { formatRecoveryKey, recoveryKeyPart } from '../../shared/recoveryKey.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Side } from '../../shared/values.ts'
import {
  hashOfPart,
  newOfficerSlot,
  newRecoverySlot,
  randomKey,
  removeKeySlots,
  writeKeySlots,
  type KeySlots,
  type ScryptCost,
} from '../store/keySlots.ts'
import type { Migration } from '../store/migrate.ts'
import { createRecordFile } from '../store/openStore.ts'
import {
  beginSample,
  fileExists,
  finishSample,
  recordName,
  removeUnfinishedSample,
  sampleOf,
} from '../store/recordPaths.ts'
import { storeFault } from '../store/storeFault.ts'
import type { Opened, Opening } from './openedRecord.ts'
import type { FillSample } from './openRecord.ts'

export type NewRecord = {
  readonly name: string
  readonly ownSide: Side
  readonly officerName: string
  readonly passphrase: string
}

type MakingDeps = {
  readonly dataFolder: string
  readonly clock: () => Date
  readonly cost: ScryptCost
  readonly migrations: readonly Migration[]
  readonly fillSample: FillSample
  readonly opening: Opening
  readonly newId: () => string
  /** Lets go of whatever is open: a thread holds one record. */
  readonly leave: () => Promise<Result<unknown, Fault>>
}

/** The passphrase of every sample is published: what is in it is invented. */
export const samplePassphrase = 'nusa dua sembilan belas mei'
export const sampleOfficer = 'Petugas Contoh'

/** Makes records: an officer's own, and the sample. */
export function createMaking(deps: MakingDeps) {
  const { clock, cost, opening, newId } = deps

  /** Makes a record at `path` and opens it. Nothing stays behind where that fails. */
  const make = async (
    path: string,
    { ownSide, officerName, passphrase }: NewRecord,
    sample: boolean,
  ): Promise<Result<{ readonly opened: Opened; readonly recoveryKey: string | null }, Fault>> => {
    const left = await deps.leave()
    if (!left.ok) return left
    const key = randomKey()
    const recordId = newId()
    const officer = { id: newId(), name: officerName, addedAt: clock().toISOString() } as Officer
    const recovery = sample ? null : randomKey()
    const recoveryKey = recovery && formatRecoveryKey(recovery)
    const ownSlot = await newOfficerSlot(
      recordId,
      { id: newId(), officerId: officer.id, name: officerName },
      passphrase,
      key,
      cost,
    )
    const slots: KeySlots = {
      format: 'sepaham-keys',
      version: 1,
      recordId,
      sample,
      revision: 1,
      slots: recovery ? [ownSlot, newRecoverySlot(recordId, newId(), recovery, key)] : [ownSlot],
    }
    recovery?.fill(0)
    try {
      writeKeySlots(path, slots)
      createRecordFile({
        path,
        key,
        recordId,
        ownSide,
        sample,
        officer,
        recoveryPartHash: recoveryKey === null ? null : hashOfPart(recoveryKeyPart(recoveryKey)),
        migrations: deps.migrations,
      })
    } catch (error) {
      key.fill(0)
      if (!fileExists(path)) removeKeySlots(path)
      const fault = storeFault(error, path)
      if (!fault) throw error
      return fail(fault)
    }
    const opened = await opening.open(
      path,
      slots,
      async () => ok(key),
      () => officer,
    )
    return opened.ok ? ok({ opened: opened.value, recoveryKey }) : opened
  }

  return {
    make,

    /** Makes the sample in the data folder and fills it. Half a sample never stays. */
    async sample(): Promise<Result<Opened, Fault>> {
      const path = sampleOf(deps.dataFolder)
      try {
        beginSample(deps.dataFolder)
      } catch (error) {
        const fault = storeFault(error, path)
        if (!fault) throw error
        return fail(fault)
      }
      const made = await make(
        path,
        {
          name: recordName(path),
          ownSide: 'IDN',
          officerName: sampleOfficer,
          passphrase: samplePassphrase,
        },
        true,
      )
      if (!made.ok) {
        removeUnfinishedSample(deps.dataFolder)
        return made
      }
      const { opened } = made.value
      try {
        const filled = await deps.fillSample(opening.contextOf(opened, () => {})) // no window shows it yet
        if (filled.ok) {
          opened.store.checkpoint() // what it was made with is no room that saves may count on
          finishSample(deps.dataFolder)
          return ok(opened)
        }
        await opening.letGo(opened)
        removeUnfinishedSample(deps.dataFolder)
        return filled
      } catch (error) {
        await opening.letGo(opened)
        removeUnfinishedSample(deps.dataFolder)
        throw error
      }
    },
  }
}
