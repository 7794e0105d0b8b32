import type { Fault } from '../../shared/fault.ts'
import { fail, type Result } from '../../shared/result.ts'
import { readKeySlots, type KeySlots } from '../store/keySlots.ts'
import { refuseUnseen } from '../store/recordFile.ts'
import { isUri, recordIsKnown, recordName } from '../store/recordPaths.ts'

/** Looks at a file without a key: from here on it is locked, or refused with its bytes unchanged. */
export function lookAtRecord(path: string, inNetwork: (path: string) => boolean): Result<KeySlots, Fault> {
  const unusable = (why: Extract<Fault, { kind: 'RecordUnusable' }>['why']) =>
    fail({ kind: 'RecordUnusable', why, name: recordName(path) } as const)
  if (isUri(path)) return unusable('foreign')
  if (!recordIsKnown(path)) return fail({ kind: 'NotFound', what: 'file' })
  if (inNetwork(path)) return unusable('networkFolder')
  const slots = readKeySlots(path)
  const refusal = refuseUnseen(path, slots.ok)
  if (refusal) return unusable(refusal)
  return slots.ok ? slots : unusable(slots.fault)
}
