import type { Fault } from '../../shared/fault.ts'
import { isStrongPassphrase, leastCharacters } from '../../shared/passphrase.ts'
import type { Officer } from '../../shared/record.ts'
import { parseRecoveryKey } from '../../shared/recoveryKey.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  newOfficerSlot,
  officerSlots,
  openOfficerSlot,
  openRecoverySlot,
  replaceSlots,
  type KeySlots,
  type ScryptCost,
} from '../store/keySlots.ts'
import { storeFault } from '../store/storeFault.ts'
import { isOfficer, type Opened, type Opening } from './openedRecord.ts'
import type { Tries } from './passphraseTries.ts'

type UnlockingDeps = {
  readonly opening: Opening
  readonly look: (path: string) => Result<KeySlots, Fault>
  readonly tries: Tries
  readonly newId: () => string
  readonly cost: ScryptCost
}

/** The two ways to the key of a locked record: an officer's passphrase, and the recovery key from the safe. */
export function createUnlocking({ opening, look, tries, newId, cost }: UnlockingDeps) {
  return {
    /** `officerName` null: whoever of the officers the passphrase belongs to. */
    async withPassphrase(
      path: string,
      officerName: string | null,
      passphrase: string,
    ): Promise<Result<Opened, Fault>> {
      const waiting = tries.waitSeconds()
      if (waiting > 0) return fail({ kind: 'WrongPassphrase', waitSeconds: waiting })
      const looked = look(path)
      if (!looked.ok) return looked
      const slots = looked.value
      const own = officerSlots(slots).filter(({ name }) => officerName === null || name === officerName)
      let officer = { id: '', name: '' }
      const opened = await opening.open(
        path,
        slots,
        async () => {
          for (const slot of own) {
            const key = await openOfficerSlot(slots.recordId, slot, passphrase)
            if (!key) continue
            officer = { id: slot.officerId, name: slot.name }
            return ok(key)
          }
          return fail({ kind: 'WrongPassphrase', waitSeconds: tries.wrong() })
        },
        () => officer,
      )
      if (!opened.ok) return opened
      if (!isOfficer(opened.value.store, officer.id)) {
        await opening.letGo(opened.value)
        return fail({ kind: 'WrongPassphrase', waitSeconds: tries.wrong() })
      }
      tries.right()
      return opened
    },

    /** Opens with the recovery key and gives the officer, new or known by name, a passphrase. */
    async withRecoveryKey(
      path: string,
      typed: string,
      officerName: string,
      newPassphrase: string,
    ): Promise<Result<Opened, Fault>> {
      if (!isStrongPassphrase(newPassphrase))
        return fail({ kind: 'WeakPassphrase', atLeast: leastCharacters })
      const waiting = tries.waitSeconds()
      if (waiting > 0) return fail({ kind: 'WrongRecoveryKey', waitSeconds: waiting })
      const looked = look(path)
      if (!looked.ok) return looked
      const slots = looked.value
      const opened = await opening.open(
        path,
        slots,
        async () => {
          const bytes = parseRecoveryKey(typed)
          const key = bytes && openRecoverySlot(slots, bytes)
          bytes?.fill(0)
          return key ? ok(key) : fail({ kind: 'WrongRecoveryKey', waitSeconds: tries.wrong() })
        },
        (known) => known.find(({ name }) => name === officerName) ?? { id: newId(), name: officerName },
      )
      if (!opened.ok) return opened
      const entered = await letIn(opened.value, slots, officerName, newPassphrase)
      if (!entered.ok) return entered
      tries.right()
      return opened
    },
  }

  /** Adds the officer where he is new, and puts a slot of his new passphrase in place of those that he had. */
  async function letIn(
    opened: Opened,
    slots: KeySlots,
    officerName: string,
    newPassphrase: string,
  ): Promise<Result<null, Fault>> {
    const { store, key, path } = opened
    try {
      if (!isOfficer(store, store.officer.id)) {
        const officer = Object.assign({}, { addedAt: store.now() }, store.officer) as Officer
        const added = store.change({ operation: 'officer.add', about: officerName }, () => {
          store.officers.add(officer)
          return ok(null)
        })
        if (!added.ok) {
          await opening.letGo(opened)
          return added
        }
      }
      const owner = { id: newId(), officerId: store.officer.id, name: officerName }
      const slot = await newOfficerSlot(store.recordId, owner, newPassphrase, key, cost)
      opened.slots = await replaceSlots(
        path,
        slots,
        slot,
        (old) => old.kind === 'officer' && old.name === officerName,
        key,
        (written, back) =>
          back.kind === 'officer' ? openOfficerSlot(written.recordId, back, newPassphrase) : null,
      )
      return ok(null)
    } catch (error) {
      await opening.letGo(opened)
      const fault = storeFault(error, path)
      if (!fault) throw error
      return fail(fault)
    }
  }
}
