import type Database from 'better-sqlite3'
import { Attachment, type AttachmentOwner } from '../../shared/attachment.ts'
import type { AttachmentId } from '../../shared/ids.ts'
import { parsed } from './rows.ts'

type Row = {
  readonly id: string
  readonly owner_kind: string
  readonly owner_id: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly added_at: string
  readonly officer: string
}

/** Which files belong to what. Their bytes are not in the database (attachmentFiles.ts). */
export function createAttachmentRepository(db: Database.Database) {
  const columns = 'id, owner_kind, owner_id, name, bytes, sha256, added_at, officer'
  const upsert = db.prepare<Row>(`
    INSERT INTO attachment (${columns})
    VALUES (@id, @owner_kind, @owner_id, @name, @bytes, @sha256, @added_at, @officer)
    ON CONFLICT (id) DO UPDATE SET name = @name`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM attachment WHERE id = ?`)
  const selectOf = db.prepare<[string, string], Row>(`
    SELECT ${columns} FROM attachment WHERE owner_kind = ? AND owner_id = ? ORDER BY id`)
  const remove = db.prepare<[string]>('DELETE FROM attachment WHERE id = ?')
  const removeOf = db.prepare<[string, string]>(
    'DELETE FROM attachment WHERE owner_kind = ? AND owner_id = ?',
  )

  return {
    /** Of one that is there only the name can change. */
    put: (attachment: Attachment): void =>
      void upsert.run({
        id: attachment.id,
        owner_kind: attachment.owner.kind,
        owner_id: attachment.owner.id,
        name: attachment.name,
        bytes: attachment.bytes,
        sha256: attachment.sha256,
        added_at: attachment.addedAt,
        officer: attachment.addedBy,
      }),
    find: (id: AttachmentId): Attachment | null => {
      const row = selectOne.get(id)
      return row ? toAttachment(row) : null
    },
    /** In the order in which they were added. */
    of: ({ kind, id }: AttachmentOwner): readonly Attachment[] => selectOf.all(kind, id).map(toAttachment),
    remove: (id: AttachmentId): void => void remove.run(id),
    removeOf: ({ kind, id }: AttachmentOwner): void => void removeOf.run(kind, id),
  }
}

function toAttachment(row: Row): Attachment {
  return parsed('attachment', Attachment, {
    id: row.id,
    owner: { kind: row.owner_kind, id: row.owner_id },
    name: row.name,
    bytes: row.bytes,
    sha256: row.sha256,
    addedAt: row.added_at,
    addedBy: row.officer,
  })
}
