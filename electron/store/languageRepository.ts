import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ClauseLinkId, type MouId } from '../../shared/ids.ts'
import type { ClauseLink } from '../../shared/mou/linkedClauses.ts'
import type { ClauseConfirmation } from '../../shared/mou/staleClauses.ts'
import { Language } from '../../shared/values.ts'
import { fromJson, parsed } from './rows.ts'

type LinkRow = { readonly id: string; readonly mou_id: string; readonly members: string }
type ConfirmationRow = { readonly mou_id: string; readonly key: string; readonly hashes: string }

const Link = z.strictObject({ id: ClauseLinkId, members: z.partialRecord(Language, z.array(z.string())) })
const Confirmation = z.strictObject({ key: z.string(), hashes: z.partialRecord(Language, z.string()) })

/** Which clauses of several language texts belong together, and which were confirmed to say the same. */
export function createLanguageRepository(db: Database.Database) {
  const insertLink = db.prepare<LinkRow>(
    'INSERT INTO clause_link (id, mou_id, members) VALUES (@id, @mou_id, @members)',
  )
  const selectLink = db.prepare<[string], LinkRow>(`SELECT id, mou_id, members FROM clause_link WHERE id = ?`)
  const selectLinks = db.prepare<[string], LinkRow>(`
    SELECT id, mou_id, members FROM clause_link WHERE mou_id = ? ORDER BY id`)
  const removeLink = db.prepare<[string]>('DELETE FROM clause_link WHERE id = ?')
  const removeLinks = db.prepare<[string]>('DELETE FROM clause_link WHERE mou_id = ?')
  const upsertConfirmation = db.prepare<ConfirmationRow>(`
    INSERT INTO clause_confirmation (mou_id, key, hashes) VALUES (@mou_id, @key, @hashes)
    ON CONFLICT (mou_id, key) DO UPDATE SET hashes = @hashes`)
  const selectConfirmations = db.prepare<[string], ConfirmationRow>(`
    SELECT mou_id, key, hashes FROM clause_confirmation WHERE mou_id = ? ORDER BY key`)
  const removeConfirmations = db.prepare<[string]>('DELETE FROM clause_confirmation WHERE mou_id = ?')

  return {
    link: (id: ClauseLinkId, mouId: MouId, members: ClauseLink): void =>
      void insertLink.run({ id, mou_id: mouId, members: JSON.stringify(members) }),
    hasLink: (id: ClauseLinkId): boolean => selectLink.get(id) !== undefined,
    /** In the order in which they were made. */
    links: (id: MouId): readonly { readonly id: ClauseLinkId; readonly members: ClauseLink }[] =>
      selectLinks
        .all(id)
        .map((row) => parsed('link of clauses', Link, { id: row.id, members: fromJson(row.members) }))
        .map((link) => ({ id: link.id, members: link.members as ClauseLink })),
    unlink: (id: ClauseLinkId): void => void removeLink.run(id),
    confirm: (mouId: MouId, { key, hashes }: ClauseConfirmation): void =>
      void upsertConfirmation.run({ mou_id: mouId, key, hashes: JSON.stringify(hashes) }),
    confirmations: (id: MouId): readonly ClauseConfirmation[] =>
      selectConfirmations
        .all(id)
        .map((row) => parsed('confirmation', Confirmation, { key: row.key, hashes: fromJson(row.hashes) }))
        .map(({ key, hashes }) => ({ key, hashes: hashes as ClauseConfirmation['hashes'] })),
    removeOf(id: MouId): void {
      removeLinks.run(id)
      removeConfirmations.run(id)
    },
  }
}
