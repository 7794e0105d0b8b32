import type { Input, Written } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import {
  type Attachment,
  type AttachmentOwner,
  type ChosenFile,
  largestAttachment,
} from '../../shared/attachment.ts'
import type { Fault } from '../../shared/fault.ts'
import { safeFileName } from '../../shared/fileName.ts'
import { AttachmentId } from '../../shared/ids.ts'
import type { SavedFile } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { Instant } from '../../shared/values.ts'
import { readForeignFile } from '../store/foreignFile.ts'
import { createNewId } from '../store/uuid.ts'
import type { OpenRecord } from './openRecord.ts'
import { invalid, notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'
import { createUploads } from './uploads.ts'

/** A file that came from a person: its bytes, under the name it had. */
type ReceivedFile = { readonly name: string; readonly bytes: Uint8Array }

/** Files of other programs, kept as they were received. */
export function createAttachmentService(
  { store, records }: ServiceDeps,
  { desktop, files, saveFile }: OpenRecord,
) {
  const { attachments, meetings, mous, drafts, procedure } = records
  const uploads = createUploads(largestAttachment)
  const newUploadId = createNewId(Date.now)

  const isThere = (owner: AttachmentOwner): boolean => {
    switch (owner.kind) {
      case 'meeting':
        return meetings.find(owner.id) !== null
      case 'mou':
        return mous.find(owner.id) !== null
      case 'draft':
        return drafts.find(owner.id) !== null
      case 'step':
        return procedure.find(owner.id) !== null
    }
  }

  /** Why a file may not be added to something; null: it may. The paper of a restricted step never lies here. */
  const refusal = (owner: AttachmentOwner): Result<never, Fault> | null => {
    if (!isThere(owner)) return notFound(owner.kind === 'step' ? 'procedureStep' : owner.kind)
    const isRestricted = owner.kind === 'step' && procedure.find(owner.id)?.step.restricted
    return isRestricted ? invalid('owner: restricted') : null
  }

  /** Keeps the bytes of files beside the record. They are nobody's until a change puts the attachment into it. */
  async function hold(
    owner: AttachmentOwner,
    received: readonly ReceivedFile[],
  ): Promise<Result<readonly Attachment[], Fault>> {
    const added: Attachment[] = []
    for (const { name, bytes } of received) {
      const kept = await files.keep(bytes)
      if (!kept.ok) return kept
      const id = AttachmentId.parse(store.newId())
      const by = { addedAt: Instant.parse(store.now()), addedBy: store.officer.name }
      added.push({ id, owner, name, ...kept.value, ...by })
    }
    return store.db.open ? ok(added) : fail({ kind: 'RecordLocked' }) // meanwhile
  }

  /** Keeps the bytes first, then says whose they are: a kill between the two leaves bytes that nobody names. */
  async function keep(
    owner: AttachmentOwner,
    received: readonly ReceivedFile[],
  ): Promise<Writing<readonly Attachment[]>> {
    const wrong = refusal(owner)
    if (wrong) return wrong
    const held = await hold(owner, received)
    if (!held.ok) return held
    const goneMeanwhile = refusal(owner)
    if (goneMeanwhile) return goneMeanwhile
    const added = held.value
    const detail = { files: added.map(({ name, sha256 }) => `${name} ${sha256}`).join('\n') }
    const about = added.map(({ name }) => name).join(', ')
    return store.change({ operation: 'attachment.add', about, detail }, () => {
      for (const attachment of added) attachments.put(attachment)
      return ok(added)
    })
  }

  return {
    hold,
    keep,

    list: ({ owner }: Input<'attachment.list'>): readonly Attachment[] => attachments.of(owner),

    /** Asks for a file and holds it until it is added. */
    async choose(
      _: Input<'attachment.choose'>,
      { client }: Caller,
    ): Promise<Result<ChosenFile | null, Fault>> {
      const path = await desktop.chooseOpenPath({ client, kind: 'document' })
      if (path === null) return ok(null)
      const file = await readForeignFile(path, largestAttachment)
      if (!file.ok) return file.fault.kind === 'DocxRefused' ? tooLarge(file.fault.name) : file
      const uploadId = newUploadId()
      uploads.add(client, uploadId, file.value.bytes)
      return ok({ uploadId, name: file.value.name, bytes: file.value.bytes.length })
    },

    /** A file that was dropped on the window comes in parts, so that none is too long for a message. */
    sendPart(
      { uploadId, part, name }: Input<'attachment.sendPart'>,
      { client }: Caller,
    ): Result<null, Fault> {
      return uploads.add(client, uploadId, Buffer.from(part, 'base64')) ? ok(null) : tooLarge(name)
    },

    async add(
      { owner, uploadId, name }: Input<'attachment.add'>,
      { client }: Caller,
    ): Promise<Writing<Attachment>> {
      const bytes = uploads.take(client, uploadId)
      if (bytes === null) return notFound('file')
      const added = await keep(owner, [{ name, bytes }])
      const [attachment] = added.ok ? added.value.value : []
      if (!added.ok || !attachment) return added as Result<never, Fault>
      return ok({ value: attachment, undo: added.value.undo } satisfies Written<Attachment>)
    },

    rename({ attachmentId, name }: Input<'attachment.rename'>): Writing<Attachment> {
      const attachment = attachments.find(attachmentId)
      if (!attachment) return notFound('attachment')
      const renamed = { ...attachment, name }
      return store.change({ operation: 'attachment.rename', about: name }, () => {
        attachments.put(renamed)
        return ok(renamed)
      })
    },

    /** The bytes stay: undo and copies of the record know them. */
    remove({ attachmentId }: Input<'attachment.remove'>): Writing<null> {
      const attachment = attachments.find(attachmentId)
      if (!attachment) return notFound('attachment')
      return store.change({ operation: 'attachment.remove', about: attachment.name }, () => {
        attachments.remove(attachmentId)
        return ok(null)
      })
    },

    /** Writes it, as it was received, where the person chooses. The log names it before it leaves. */
    async saveAs(
      { attachmentId }: Input<'attachment.saveAs'>,
      { client }: Caller,
    ): Promise<Result<SavedFile | null, Fault>> {
      const attachment = attachments.find(attachmentId)
      if (!attachment) return notFound('attachment')
      const { name, sha256, bytes } = attachment
      const suggestedName = safeFileName(...split(name))
      const path = await desktop.chooseSavePath({ client, suggestedName })
      if (path === null) return ok(null)
      const taken = await files.take({ sha256, bytes })
      if (!taken.ok) return taken
      if (!store.db.open) return fail({ kind: 'RecordLocked' }) // while the person was choosing
      const logged = store.change(
        { operation: 'attachment.saveAs', about: name, detail: { sha256, bytes } },
        () => ok(null),
      )
      return logged.ok ? saveFile(path, taken.value) : logged
    },

    clientGone: uploads.clientGone,
    forgetAll: uploads.clear,
  }
}

function tooLarge(name: string): Result<never, Fault> {
  return fail({ kind: 'FileTooLarge', name, atMost: largestAttachment })
}

/** Name and extension, the dot with the latter. */
function split(name: string): readonly [string, string] {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
}

export type AttachmentKeeper = Pick<ReturnType<typeof createAttachmentService>, 'keep' | 'hold'>
