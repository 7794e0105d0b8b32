import type { Client } from '../../../shared/api/client.ts'
import { type ComparedFile, largestFile } from '../../../shared/compare/comparedFile.ts'
import type { Fault } from '../../../shared/fault.ts'
import { fail, type Result } from '../../../shared/result.ts'
import { type Side, type Slot } from './compareState.ts'
import { desk, happened } from './compareStore.ts'

type Call = Client['call']

/** The side for which a person is being asked for a file, until the file is being read. */
let asked: { readonly side: Side; readonly before: Slot } | null = null

/** Asks for a file for one side. Until one was chosen, what lies there stays as it is. */
export async function chooseFile(call: Call, side: Side): Promise<void> {
  const mine = { side, before: desk.get()[side] }
  asked = mine
  const reply = await call('compare.chooseFile', {})
  if (asked === mine) asked = null
  else if (desk.get()[side].state !== 'reading') return
  settle(side, mine.before, reply)
}

/** The file that was chosen is being read now. */
export function readingStarted(): void {
  if (asked === null || desk.get()[asked.side] !== asked.before) return
  const { side } = asked
  asked = null
  happened({ kind: 'taken', side, slot: { state: 'reading', name: null } })
}

/**
 * Takes files that were dropped or pasted. Two replace both sides, in the order in which they came; one goes to
 * `onto`, else to the first side that is free, else it is compared with the base that is there.
 */
export async function takeFiles(call: Call, files: readonly File[], onto: Side | null): Promise<void> {
  const [first, second] = files
  if (!first) return
  if (second) {
    await Promise.all([takeOne('base', first), takeOne('target', second)])
    return
  }
  const isFree = (side: Side) => desk.get()[side].state !== 'ready'
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
  const before = desk.get()[side]
  const reading: Slot = { state: 'reading', name }
  happened({ kind: 'taken', side, slot: reading })
  const reply = await read()
  // Something else was put there meanwhile, or the record was locked.
  if (desk.get()[side] === reading) settle(side, before, reply)
}

function settle(side: Side, before: Slot, reply: Result<ComparedFile | null, Fault>): void {
  const isStill = desk.get()[side] === before
  if (reply.ok && reply.value) happened({ kind: 'read', side, file: reply.value })
  else if (!reply.ok && !isStopped(reply.fault)) happened({ kind: 'notRead', side, fault: reply.fault })
  else if (!isStill) happened({ kind: 'taken', side, slot: former(before) })
}

/** What goes back to its place: never a reading that nobody waits for. */
function former(slot: Slot): Slot {
  return slot.state === 'reading' ? { state: 'empty' } : slot
}

function isStopped(fault: Fault): boolean {
  return fault.kind === 'JobStopped' && fault.why === 'cancelled'
}

/** Bytes of one part: short enough that nothing else waits for it. A multiple of 3, so that Base64 needs no filling. */
const partSize = 1_048_575

async function sendFile(call: Call, file: File): Promise<Result<ComparedFile, Fault>> {
  const { name } = file
  if (file.size > largestFile) return fail({ kind: 'DocxRefused', why: 'fileTooLarge', name, part: null })
  const uploadId = crypto.randomUUID()
  for (let at = 0; at < file.size; at += partSize) {
    const bytes = await bytesOf(file.slice(at, at + partSize))
    if (bytes === null) return fail({ kind: 'FileUnreadable', name })
    const sent = await call('compare.sendPart', { uploadId, name, part: base64(bytes) })
    if (!sent.ok) return sent
  }
  return call('compare.addFile', { uploadId, name })
}

/** Null where the file has gone, or is a folder. */
async function bytesOf(part: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await part.arrayBuffer())
  } catch {
    return null
  }
}

function base64(bytes: Uint8Array): string {
  const step = 0x8000 // arguments of one call
  let binary = ''
  for (let at = 0; at < bytes.length; at += step)
    binary += String.fromCharCode(...bytes.subarray(at, at + step))
  return btoa(binary)
}
