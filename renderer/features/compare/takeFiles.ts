import type { Client } from '../../../shared/api/client.ts'
import { type ComparedFile, largestFile } from '../../../shared/compare/comparedFile.ts'
import type { Fault } from '../../../shared/fault.ts'
import { fail, type Result } from '../../../shared/result.ts'
import { sendParts } from '../../api/sendParts.ts'
import { notices } from '../../shell/notices.ts'
import { isLaid, type Side, type Slot } from './compareState.ts'
import { desk, happened } from './compareStore.ts'

type Call = Client['call']

/** A file that is on its way to a side. `reading` is what lies there for it, once it is being read. */
type Coming = { readonly side: Side; readonly before: Slot; reading: Slot | null }

/** For which files a person is being asked, the first one first: dialogs come one after the other. */
const asked = new Set<Coming>()

/** Asks for a file for one side. Until one was chosen, what lies there stays as it is. */
export async function chooseFile(call: Call, side: Side): Promise<void> {
  const coming: Coming = { side, before: desk.get()[side], reading: null }
  asked.add(coming)
  const reply = await call('compare.chooseFile', {})
  asked.delete(coming)
  settle(coming, reply)
}

/** The file that was chosen is being read now. */
export function readingStarted(): void {
  const [coming] = asked
  if (coming === undefined) return
  asked.delete(coming)
  startReading(coming, null)
}

/**
 * Takes files that were dropped or pasted. Two replace both sides, in the order in which they came, and it is said
 * that no more were taken; one goes to `onto`, else to the first side that is free, else it is compared with the base
 * that is there.
 */
export async function takeFiles(call: Call, files: readonly File[], onto: Side | null): Promise<void> {
  const [first, second, ...others] = files
  if (!first) return
  if (others.length > 0) notices.say((t) => t('compare.onlyTwo', { count: others.length }), null)
  if (second) {
    await Promise.all([takeOne('base', first), takeOne('target', second)])
    return
  }
  const isFree = (side: Side) => !isLaid(desk.get()[side])
  await takeOne(onto ?? (isFree('base') ? 'base' : 'target'), first)

  function takeOne(side: Side, file: File): Promise<void> {
    return take(side, file.name, () => sendFile(call, file))
  }
}

/** Stops reading and comparing. */
export function stopWaiting(call: Call): void {
  void call('compare.stop', {})
}

async function take(
  side: Side,
  name: string,
  read: () => Promise<Result<ComparedFile | null, Fault>>,
): Promise<void> {
  const coming: Coming = { side, before: desk.get()[side], reading: null }
  startReading(coming, name)
  settle(coming, await read())
}

function startReading(coming: Coming, name: string | null): void {
  coming.reading = { state: 'reading', name }
  happened({ kind: 'taken', side: coming.side, slot: coming.reading })
}

function settle({ side, before, reading }: Coming, reply: Result<ComparedFile | null, Fault>): void {
  const { base, target } = desk.get()
  // The sides may have been swapped meanwhile.
  const where = reading === null ? side : reading === base ? 'base' : reading === target ? 'target' : null
  if (where === null) return // something else was put there, or the record was locked
  if (reply.ok && reply.value) happened({ kind: 'read', side: where, file: reply.value })
  else if (!reply.ok && !isStopped(reply.fault))
    happened({ kind: 'notRead', side: where, fault: reply.fault })
  else if (reading !== null) happened({ kind: 'taken', side: where, slot: former(before) })
}

/** What goes back to its place: never a reading that nobody waits for. */
function former(slot: Slot): Slot {
  return slot.state === 'reading' ? { state: 'empty' } : slot
}

function isStopped(fault: Fault): boolean {
  return fault.kind === 'JobStopped' && fault.why === 'cancelled'
}

/** Sends a file that was dropped and has it read. */
export async function sendFile(call: Call, file: File): Promise<Result<ComparedFile, Fault>> {
  const { name } = file
  if (file.size > largestFile) return fail({ kind: 'DocxRefused', why: 'fileTooLarge', name, part: null })
  const uploadId = crypto.randomUUID()
  const sent = await sendParts(file, (part) => call('compare.sendPart', { uploadId, name, part }))
  return sent.ok ? call('compare.addFile', { uploadId, name }) : sent
}
