import type Database from 'better-sqlite3'
import { z } from 'zod'
import { MouId, OfficerId, RestrictedPaperId } from '../../shared/ids.ts'
import { Instant } from '../../shared/values.ts'
import { OfficerSlot } from './keySlots.ts'
import { fromJson, parsed } from './rows.ts'
import { seal, type Sealed, unseal } from './sealing.ts'
import { canonicalJson } from '../../shared/canonicalJson.ts'

type Row = {
  readonly id: string
  readonly mou_id: string
  readonly revision: number
  readonly sealed: string
  readonly saved_at: string
  readonly saved_by: string
}

type SlotRow = {
  readonly paper_id: string
  readonly officer_id: string
  readonly slot: string
  readonly given_at: string
}

const Hex = z.string().regex(/^([0-9a-f]{2})*$/)

/** A paper as it lies in the record: nothing of its words without its key. */
export const RestrictedPaper = z.strictObject({
  id: RestrictedPaperId,
  mouId: MouId,
  revision: z.int().min(1),
  sealed: z.strictObject({ nonce: Hex.length(24), wrapped: Hex, tag: Hex.length(32) }),
  savedAt: Instant,
  savedBy: z.string(),
})
export type RestrictedPaper = z.infer<typeof RestrictedPaper>

/** The access of one officer. His slot carries his name as it was then. */
const Access = z.strictObject({ officerId: OfficerId, slot: OfficerSlot, givenAt: Instant })
export type Access = z.infer<typeof Access>

/** Restricted papers, one for each memorandum, and who has access to them. */
export function createRestrictedPaperRepository(db: Database.Database) {
  const columns = 'id, mou_id, revision, sealed, saved_at, saved_by'
  const upsert = db.prepare<Row>(`
    INSERT INTO restricted_paper (${columns})
    VALUES (@id, @mou_id, @revision, @sealed, @saved_at, @saved_by)
    ON CONFLICT (id) DO UPDATE SET revision = @revision, sealed = @sealed, saved_at = @saved_at,
      saved_by = @saved_by`)
  const selectOfMou = db.prepare<[string], Row>(`SELECT ${columns} FROM restricted_paper WHERE mou_id = ?`)
  const remove = db.prepare<[string]>('DELETE FROM restricted_paper WHERE id = ?')

  const upsertSlot = db.prepare<SlotRow>(`
    INSERT INTO restricted_paper_slot (paper_id, officer_id, slot, given_at)
    VALUES (@paper_id, @officer_id, @slot, @given_at)
    ON CONFLICT (paper_id, officer_id) DO UPDATE SET slot = @slot`)
  const selectSlots = db.prepare<[string], SlotRow>(`
    SELECT paper_id, officer_id, slot, given_at
    FROM restricted_paper_slot CROSS JOIN officer ON officer.id = officer_id
    WHERE paper_id = ? AND removed_at IS NULL ORDER BY given_at, officer_id`)
  const removeSlot = db.prepare<[string, string]>(
    'DELETE FROM restricted_paper_slot WHERE paper_id = ? AND officer_id = ?',
  )
  const removeSlots = db.prepare<[string]>('DELETE FROM restricted_paper_slot WHERE paper_id = ?')
  const selectOfficer = db
    .prepare<[string], string>('SELECT name FROM officer WHERE id = ? AND removed_at IS NULL')
    .pluck()

  return {
    put: (paper: RestrictedPaper): void =>
      void upsert.run({
        id: paper.id,
        mou_id: paper.mouId,
        revision: paper.revision,
        sealed: JSON.stringify(paper.sealed),
        saved_at: paper.savedAt,
        saved_by: paper.savedBy,
      }),
    ofMou: (id: MouId): RestrictedPaper | null => {
      const row = selectOfMou.get(id)
      return row ? toPaper(row) : null
    },
    /** Takes off the paper, and all access to it. */
    remove(id: RestrictedPaperId): void {
      removeSlots.run(id)
      remove.run(id)
    },

    /** An officer has one slot: a new one takes the place of the former. */
    giveAccess: (id: RestrictedPaperId, { officerId, slot, givenAt }: Access): void =>
      void upsertSlot.run({
        paper_id: id,
        officer_id: officerId,
        slot: JSON.stringify(slot),
        given_at: givenAt,
      }),
    takeAccess: (id: RestrictedPaperId, officerId: OfficerId): void => void removeSlot.run(id, officerId),
    /** In the order in which it was given; officers who were removed from the record have none. */
    access: (id: RestrictedPaperId): readonly Access[] => selectSlots.all(id).map(toAccess),
    /** What an officer of the record is called; null where he is none. */
    officerName: (id: OfficerId): string | null => selectOfficer.get(id) ?? null,
  }
}

/** The words under the paper's key, bound to the paper, the memorandum and the revision. */
export function sealWords(
  paper: Pick<RestrictedPaper, 'id' | 'mouId' | 'revision'>,
  words: string,
  key: Buffer,
): Sealed {
  const bytes = Buffer.from(words, 'utf8')
  try {
    return seal(bytes, key, boundTo(paper))
  } finally {
    bytes.fill(0)
  }
}

/** Throws where the key is not the one, or the row is not as it was written: the record itself is sealed too. */
export function unsealWords(paper: RestrictedPaper, key: Buffer): string {
  const bytes = unseal(paper.sealed, key, boundTo(paper))
  if (!bytes) throw new Error(`restricted paper ${paper.id} is not as it was sealed`)
  const words = bytes.toString('utf8')
  bytes.fill(0)
  return words
}

function boundTo({ id, mouId, revision }: Pick<RestrictedPaper, 'id' | 'mouId' | 'revision'>): Buffer {
  return Buffer.from(canonicalJson({ format: 'sepaham-paper', version: 1, id, mouId, revision }))
}

function toPaper(row: Row): RestrictedPaper {
  return parsed('restricted paper', RestrictedPaper, {
    id: row.id,
    mouId: row.mou_id,
    revision: row.revision,
    sealed: fromJson(row.sealed),
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  })
}

function toAccess(row: SlotRow): Access {
  return parsed('access to a restricted paper', Access, {
    officerId: row.officer_id,
    slot: fromJson(row.slot),
    givenAt: row.given_at,
  })
}
