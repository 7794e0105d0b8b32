import type { HandlersOf } from '../../shared/api/dispatch.ts'
import type { Fault } from '../../shared/fault.ts'
import { isStrongPassphrase, leastCharacters } from '../../shared/passphrase.ts'
import { Officer } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  newOfficerSlot,
  officerSlots,
  openOfficerSlot,
  replaceSlots,
  withoutSlots,
  type ScryptCost,
} from '../store/keySlots.ts'
import { recordName } from '../store/recordPaths.ts'
import { storeFault } from '../store/storeFault.ts'
import type { LifeCycle } from './lifeCycle.ts'
import type { Opened } from './openedRecord.ts'

type Deps = { readonly life: LifeCycle; readonly cost: ScryptCost }

/**
 * The officers of the record, each with a key slot of his own. One who is removed can no longer open the record as it
 * is now; what he copied before, with the keys beside it, he still can.
 */
export function createOfficerHandlers({
  life,
  cost,
}: Deps): HandlersOf<'officer.list' | 'officer.add' | 'officer.remove' | 'officer.changePassphrase'> {
  /** Puts a slot for `officer` in place of the ones that `replaces` names. */
  const giveSlot = async (
    opened: Opened,
    officer: { readonly id: string; readonly name: string },
    passphrase: string,
    replaces: (officerId: string) => boolean,
  ): Promise<void> => {
    const { store, key, path } = opened
    const owner = { id: life.newId(), officerId: officer.id, name: officer.name }
    const slot = await newOfficerSlot(store.recordId, owner, passphrase, key, cost)
    opened.slots = await replaceSlots(
      path,
      opened.slots,
      slot,
      (old) => old.kind === 'officer' && replaces(old.officerId),
      key,
      (written, back) =>
        back.kind === 'officer' ? openOfficerSlot(written.recordId, back, passphrase) : null,
    )
  }

  const takeSlot = (opened: Opened, officerId: string): void => {
    opened.slots = withoutSlots(
      opened.path,
      opened.slots,
      (slot) => slot.kind === 'officer' && slot.officerId === officerId,
    )
  }

  return {
    'officer.list': () => {
      const opened = life.opened()
      return opened.ok ? ok(opened.value.store.officers.list()) : opened
    },

    'officer.add': ({ name, passphrase }) =>
      life.withOpen(async (opened) => {
        if (!isStrongPassphrase(passphrase)) return weak()
        const { store } = opened
        const officer = Officer.parse({ id: life.newId(), name: name.trim(), addedAt: store.now() })
        if (store.officers.list().some((one) => one.name === officer.name)) {
          return fail({ kind: 'AlreadyThere', what: 'officer' })
        }
        return writing(opened, async () => {
          await giveSlot(opened, officer, passphrase, () => false)
          const added = store.change({ operation: 'officer.add', about: officer.name }, () => {
            store.officers.add(officer)
            return ok(officer)
          })
          if (!added.ok) takeSlot(opened, officer.id)
          return added.ok ? ok(officer) : added
        })
      }),

    'officer.remove': ({ officerId }) =>
      life.withOpen(async (opened) => {
        const { store } = opened
        const officers = store.officers.list()
        const officer = officers.find(({ id }) => id === officerId)
        if (!officer) return fail({ kind: 'NotFound', what: 'officer' })
        // An officer may have lost his slot to a full disk: those who stay must be able to open the record.
        const opensStill = officerSlots(opened.slots).some(
          (slot) => slot.officerId !== officerId && officers.some(({ id }) => id === slot.officerId),
        )
        if (!opensStill) return fail({ kind: 'LastOfficer' })
        return writing(opened, async () => {
          const removed = store.change({ operation: 'officer.remove', about: officer.name }, () => {
            store.officers.remove(officer.id, store.now())
            return ok(null)
          })
          if (!removed.ok) return removed
          takeSlot(opened, officer.id)
          return ok(null)
        })
      }),

    'officer.changePassphrase': ({ passphrase, newPassphrase }) =>
      life.withOpen(async (opened) => {
        if (!isStrongPassphrase(newPassphrase)) return weak()
        const { store, slots } = opened
        const own = officerSlots(slots).filter((slot) => slot.officerId === store.officer.id)
        const tried = await life.tryPassphrase(async () => {
          for (const slot of own) {
            const key = await openOfficerSlot(store.recordId, slot, passphrase)
            key?.fill(0)
            if (key) return true
          }
          return false
        })
        if (!tried.ok) return tried
        return writing(opened, async () => {
          await giveSlot(opened, store.officer, newPassphrase, (id) => id === store.officer.id)
          const said = store.change(
            { operation: 'officer.changePassphrase', about: store.officer.name },
            () => ok(null),
          )
          return said.ok ? ok(null) : said
        })
      }),
  }
}

function weak(): Result<never, Fault> {
  return fail({ kind: 'WeakPassphrase', atLeast: leastCharacters })
}

/** Turns what the file system throws while key slots are written into a fault. */
async function writing<T>(
  { path, readOnly }: Opened,
  work: () => Promise<Result<T, Fault>>,
): Promise<Result<T, Fault>> {
  if (readOnly) return fail({ kind: 'NotWritable', name: recordName(path) })
  try {
    return await work()
  } catch (error) {
    const fault = storeFault(error, path)
    if (!fault) throw error
    return fail(fault)
  }
}
