import type { Caller, HandlersOf } from '../../shared/api/dispatch.ts'
import type { Fault } from '../../shared/fault.ts'
import { safeFileName } from '../../shared/fileName.ts'
import { writtenDate } from '../../shared/meeting/writtenDate.ts'
import type { SavedFile } from '../../shared/record.ts'
import { formatRecoveryKey, parseRecoveryKey, plain, recoveryKeyPart } from '../../shared/recoveryKey.ts'
import { recoverySheetHtml } from '../../shared/recoverySheetHtml.ts'
import { recoverySheetWords, type RecoverySheet } from '../../shared/recoverySheetWords.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { hashOfPart, newRecoverySlot, openRecoverySlot, randomKey, replaceSlots } from '../store/keySlots.ts'
import { recordName } from '../store/recordPaths.ts'
import { storeFault } from '../store/storeFault.ts'
import type { LifeCycle } from './lifeCycle.ts'
import type { Opened } from './openedRecord.ts'
import type { Jobs, LifeOperation, SaveFile } from './openRecord.ts'
import type { Desktop } from './ports.ts'

type RecordOperation = Extract<LifeOperation, `record.${string}`>
type Deps = {
  readonly life: LifeCycle
  readonly desktop: Desktop
  readonly jobs: Jobs
  readonly saveFile: SaveFile
  readonly clock: () => Date
}

/** Making, opening, locking, copying a record, and its recovery key. */
export function createRecordHandlers({
  life,
  desktop,
  jobs,
  saveFile,
  clock,
}: Deps): HandlersOf<RecordOperation> {
  const renewRecoveryKey = async (opened: Opened): Promise<Result<{ recoveryKey: string }, Fault>> => {
    const { store, key, path, readOnly } = opened
    if (readOnly) return fail({ kind: 'NotWritable', name: recordName(path) })
    const recovery = randomKey()
    try {
      const recoveryKey = formatRecoveryKey(recovery)
      // Unconfirmed first: from here on a kill leaves a key that somebody must print, never one that nobody has seen.
      const said = store.change({ operation: 'record.renewRecoveryKey', about: recordName(path) }, () => {
        store.recovery.setPartHash(hashOfPart(recoveryKeyPart(recoveryKey)))
        return ok(null)
      })
      if (!said.ok) return said
      life.changed()
      const slot = newRecoverySlot(store.recordId, life.newId(), recovery, key)
      opened.slots = await replaceSlots(
        path,
        opened.slots,
        slot,
        ({ kind }) => kind === 'recovery',
        key,
        (written, back) => openRecoverySlot({ ...written, slots: [back] }, recovery),
      )
      return ok({ recoveryKey })
    } catch (error) {
      const fault = storeFault(error, path)
      if (!fault) throw error
      return fail(fault)
    } finally {
      recovery.fill(0)
    }
  }

  const saveSheet = async (
    opened: Opened,
    {
      recoveryKey,
      format,
      language,
    }: Pick<RecoverySheet, 'recoveryKey' | 'language'> & { format: 'pdf' | 'docx' },
    caller: Caller,
  ): Promise<Result<SavedFile | null, Fault>> => {
    if (!opensRecord(opened, recoveryKey)) return fail({ kind: 'WrongRecoveryKey', waitSeconds: 0 })
    const name = recordName(opened.path)
    const today = Temporal.Instant.from(clock().toISOString())
      .toZonedDateTimeISO(Temporal.Now.timeZoneId())
      .toPlainDate()
    const sheet: RecoverySheet = {
      recordName: name,
      recoveryKey,
      printedOn: writtenDate(today.toString(), language),
      language,
    }
    const path = await desktop.chooseSavePath({
      client: caller.client,
      suggestedName: safeFileName(`${recoverySheetWords[language].title} ${name}`, `.${format}`),
    })
    if (path === null) return ok(null)
    const bytes =
      format === 'docx' ? await jobs.run('recoverySheetDocx', sheet) : await printed(recoverySheetHtml(sheet))
    if (!bytes.ok) return bytes
    if (!opened.store.db.open) return fail({ kind: 'RecordLocked' }) // while the person was choosing
    if (!opened.readOnly) {
      const act = { operation: 'record.saveRecoverySheet', about: name, detail: { format } }
      const said = opened.store.change(act, () => ok(null))
      if (!said.ok) return said
    }
    return saveFile(path, bytes.value)
  }

  const printed = async (html: string): Promise<Result<Uint8Array, Fault>> => {
    const bytes = await desktop.printPdf({ html })
    return bytes ? ok(bytes) : fail({ kind: 'PrinterMissing' })
  }

  return {
    'record.state': () => ok(life.state()),
    'record.create': (record, { client }) => life.create(client, record),
    'record.takeSample': () => life.takeSample(),
    'record.chooseFile': async (_, { client }) => {
      const path = await desktop.chooseOpenPath({ client, kind: 'record' })
      return path === null ? ok(null) : life.lockOn(path)
    },
    'record.openRecent': ({ recentId }) => life.openRecent(recentId),
    'record.unlock': ({ officerName, passphrase }) => life.unlock(officerName, passphrase),
    'record.unlockWithRecoveryKey': ({ recoveryKey, officerName, newPassphrase }) =>
      life.unlockWithRecoveryKey(recoveryKey, officerName.trim(), newPassphrase),
    'record.lock': () => life.lock(),
    'record.close': () => life.close(),
    'record.renewRecoveryKey': () => life.withOpen(renewRecoveryKey),
    'record.saveRecoverySheet': async (asked, caller) => {
      const opened = life.opened()
      return opened.ok ? saveSheet(opened.value, asked, caller) : opened
    },

    'record.confirmRecoveryKey': ({ part }) => {
      const opened = life.opened()
      if (!opened.ok) return opened
      const { store, path } = opened.value
      const wanted = store.recovery.partHash()
      if (wanted === null) return ok(life.state())
      if (hashOfPart(plain(part)) !== wanted) return fail({ kind: 'WrongRecoveryKey', waitSeconds: 0 })
      const said = store.change({ operation: 'record.confirmRecoveryKey', about: recordName(path) }, () => {
        store.recovery.setPartHash(null)
        return ok(null)
      })
      if (!said.ok) return said
      life.changed()
      return ok(life.state())
    },

    'record.confirmReplaced': () =>
      life.withOpen(async (opened) => {
        const said = life.confirmReplaced(opened)
        return said.ok ? ok(life.state()) : said
      }),

    'record.copyNow': () => {
      const opened = life.opened()
      return opened.ok ? life.copyNow(opened.value) : opened
    },
  }
}

/** Whether the key on the sheet is the one of this record: a sheet with another would be found out too late. */
function opensRecord({ slots }: Opened, recoveryKey: string): boolean {
  const bytes = parseRecoveryKey(recoveryKey)
  const key = bytes && openRecoverySlot(slots, bytes)
  key?.fill(0)
  return Boolean(key)
}
