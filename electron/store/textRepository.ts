import type Database from 'better-sqlite3'
import { z } from 'zod'
import { AgendaItemId, DraftId, type MeetingId, MouId, TextId } from '../../shared/ids.ts'
import { ItemText, TakenOff } from '../../shared/meeting/meeting.ts'
import { NamedVersion } from '../../shared/record.ts'
import { CalendarDate, Language, Wording } from '../../shared/values.ts'
import { fromJson, parsed } from './rows.ts'
import { chainLink, sha256 } from './textChain.ts'

type Snapshot = { readonly revision: number; readonly schema: number; readonly doc: unknown }

/** Where a text stands: the newest revision, the link of its chain, and when it was saved (null: never yet). */
type TextHead = {
  readonly revision: number
  readonly chain: Uint8Array
  readonly savedAt: string | null
}

/** The steps of one save, and the revision that they lead to. */
export type SavedSteps = { readonly revision: number; readonly steps: readonly unknown[] }

export type TextSave = { readonly revision: number; readonly savedAt: string; readonly officer: string }

/** What a text is the text of, for history and lists of references. */
/** What a text says by reference. */
type Said = 'decision' | 'action' | 'figure' | 'person'

export type TextPlace = {
  readonly kind: 'item' | 'workingText' | 'draft'
  readonly language: Language
  readonly title: Wording
  /** Of the meeting, or of the draft; a working text has no date. */
  readonly on: CalendarDate | null
}

type SnapshotRow = {
  readonly text_id: string
  readonly revision: number
  readonly schema: number
  readonly doc: string
  readonly sha256: Uint8Array
}

type StepRow = {
  readonly text_id: string
  readonly revision: number
  readonly steps: string
  readonly saved_at: string
  readonly officer: string
  readonly chain: Uint8Array
}

type SaveBounds = { readonly text_id: string; readonly before: number; readonly limit: number }

type SaveRow = { readonly revision: number; readonly saved_at: string; readonly officer: string | null }

type VersionRow = {
  readonly id: string
  readonly text_id: string
  readonly revision: number
  readonly name: string
  readonly saved_at: string
  readonly officer: string
}

const Owner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('item'), id: AgendaItemId, language: Language }),
  z.strictObject({ kind: z.literal('workingText'), id: MouId, language: Language }),
  z.strictObject({ kind: z.literal('draft'), id: DraftId, language: Language }),
])
export type TextOwner = z.infer<typeof Owner>
type OwnerRow = { readonly kind: string; readonly id: string; readonly language: string }

type PlaceRow = {
  readonly kind: string
  readonly language: string
  readonly title: string
  readonly held_on: string | null
}

/** Texts: snapshots, the steps since, what they refer to, and where they belong. */
export function createTextRepository(db: Database.Database) {
  const insertText = db.prepare<[string, string]>('INSERT INTO text (id, language) VALUES (?, ?)')
  const insertSnapshot = db.prepare<SnapshotRow>(`
    INSERT INTO text_snapshot (text_id, revision, schema, doc, sha256)
    VALUES (@text_id, @revision, @schema, @doc, @sha256)
    ON CONFLICT (text_id, revision) DO NOTHING`)
  const selectSnapshot = db.prepare<[string, number], SnapshotRow>(`
    SELECT text_id, revision, schema, doc, sha256 FROM text_snapshot
    WHERE text_id = ? AND revision <= ? ORDER BY revision DESC LIMIT 1`)
  const selectFirstSeal = db.prepare<[string], { readonly sha256: Uint8Array }>(
    'SELECT sha256 FROM text_snapshot WHERE text_id = ? AND revision = 0',
  )
  const insertSteps = db.prepare<[string, number, string, string, string, Uint8Array]>(`
    INSERT INTO text_step (text_id, revision, steps, saved_at, officer, chain) VALUES (?, ?, ?, ?, ?, ?)`)
  const selectLast = db.prepare<[string], StepRow>(`
    SELECT text_id, revision, steps, saved_at, officer, chain FROM text_step
    WHERE text_id = ? ORDER BY revision DESC LIMIT 1`)
  const selectChain = db.prepare<[string, number], { readonly chain: Uint8Array }>(
    'SELECT chain FROM text_step WHERE text_id = ? AND revision = ?',
  )
  const selectSteps = db.prepare<[string, number, number], StepRow>(`
    SELECT text_id, revision, steps, saved_at, officer, chain FROM text_step
    WHERE text_id = ? AND revision > ? AND revision <= ? ORDER BY revision`)
  const selectSaves = db.prepare<SaveBounds, SaveRow>(`
    SELECT revision, saved_at, officer.name AS officer
    FROM text_step LEFT JOIN officer ON officer.id = text_step.officer
    WHERE text_id = @text_id AND revision < @before ORDER BY revision DESC LIMIT @limit`)
  const clearRefs = db.prepare<[string]>('DELETE FROM text_ref WHERE text_id = ?')
  const insertRef = db.prepare<[string, string, string]>(
    'INSERT INTO text_ref (text_id, kind, record_id) VALUES (?, ?, ?)',
  )
  const selectPlacesOfRef = db.prepare<[string, string], PlaceRow>(`
    SELECT 'item' AS kind, item_text.language, agenda_item.title, held_on
    FROM text_ref
      CROSS JOIN item_text ON item_text.text_id = text_ref.text_id
      CROSS JOIN agenda_item ON agenda_item.id = item_id
      CROSS JOIN meeting ON meeting.id = meeting_id
    WHERE record_id = ? AND text_ref.kind = ? ORDER BY held_on, agenda_item.id, item_text.language`)
  // An id is nowhere else in the item than among its texts. Text by text, and only of those that are on no agenda.
  const selectTakenOffWithRef = db.prepare<
    [string, string],
    { readonly title: string; readonly held_on: string }
  >(`
    SELECT taken_off.title, held_on
    FROM text_ref
      CROSS JOIN taken_off ON instr(item, text_ref.text_id) > 0
      CROSS JOIN meeting ON meeting.id = meeting_id
    WHERE record_id = ? AND text_ref.kind = ? AND taken_off.id > ''
      AND NOT EXISTS (SELECT 1 FROM item_text WHERE item_text.text_id = text_ref.text_id)
    GROUP BY taken_off.id ORDER BY held_on, taken_off.id`)
  const selectRefsFromElsewhere = db.prepare<{ readonly id: string }, PlaceRow>(`
    WITH said (id, kind) AS (
      SELECT id, 'decision' FROM decision WHERE meeting_id = @id
      UNION ALL SELECT id, 'action' FROM action WHERE meeting_id = @id
      UNION ALL SELECT id, 'person' FROM delegate WHERE meeting_id = @id)
    SELECT 'item' AS kind, item_text.language, agenda_item.title, held_on
    FROM said
      CROSS JOIN text_ref ON record_id = said.id AND text_ref.kind = said.kind
      CROSS JOIN item_text ON item_text.text_id = text_ref.text_id
      CROSS JOIN agenda_item ON agenda_item.id = item_id
      CROSS JOIN meeting ON meeting.id = agenda_item.meeting_id
    WHERE meeting.id <> @id GROUP BY item_text.text_id ORDER BY held_on, item_text.text_id`)
  const upsertBracketCount = db.prepare<[string, number]>(`
    INSERT INTO text_bracket_count (text_id, open_brackets) VALUES (?, ?)
    ON CONFLICT (text_id) DO UPDATE SET open_brackets = excluded.open_brackets`)
  const insertBurst = db.prepare<[string, number]>('INSERT INTO text_burst (text_id, revision) VALUES (?, ?)')
  const removeBurst = db.prepare<[string]>('DELETE FROM text_burst WHERE text_id = ?')
  const selectBursts = db.prepare<[], { readonly text_id: string; readonly revision: number }>(
    `SELECT text_id, revision FROM text_burst WHERE text_id > '' ORDER BY text_id`,
  )
  const insertLink = db.prepare<[string, string, string]>(
    'INSERT INTO item_text (item_id, language, text_id) VALUES (?, ?, ?)',
  )
  const removeLinks = db.prepare<[string]>('DELETE FROM item_text WHERE item_id = ?')
  const selectLinks = db.prepare<
    [string],
    { readonly item_id: string; readonly language: string; readonly text_id: string }
  >(`
    SELECT item_id, language, text_id
    FROM agenda_item CROSS JOIN item_text ON item_id = agenda_item.id
    WHERE meeting_id = ? ORDER BY rank, agenda_item.id, language`)
  const selectPlace = db.prepare<{ readonly id: string }, PlaceRow>(`
    SELECT 'item' AS kind, item_text.language, agenda_item.title, held_on
    FROM item_text
      CROSS JOIN agenda_item ON agenda_item.id = item_id
      CROSS JOIN meeting ON meeting.id = meeting_id
    WHERE text_id = @id
    UNION ALL
    SELECT 'workingText', language, title, NULL
    FROM working_text CROSS JOIN mou ON mou.id = mou_id WHERE text_id = @id
    UNION ALL
    SELECT 'draft', language, title, text_date
    FROM draft CROSS JOIN mou ON mou.id = mou_id WHERE text_id = @id`)
  const selectOwner = db.prepare<{ readonly id: string }, OwnerRow>(`
    SELECT 'item' AS kind, item_id AS id, language FROM item_text WHERE text_id = @id
    UNION ALL SELECT 'workingText', mou_id, language FROM working_text WHERE text_id = @id
    UNION ALL SELECT 'draft', id, language FROM draft WHERE text_id = @id`)
  const insertVersion = db.prepare<VersionRow>(`
    INSERT INTO named_version (id, text_id, revision, name, saved_at, officer)
    VALUES (@id, @text_id, @revision, @name, @saved_at, @officer)`)
  const selectVersion = db.prepare<[string], VersionRow>(`
    SELECT id, text_id, revision, name, saved_at, officer FROM named_version WHERE id = ?`)
  const selectVersions = db.prepare<[string], VersionRow>(`
    SELECT id, text_id, revision, name, saved_at, officer FROM named_version WHERE text_id = ? ORDER BY id DESC`)

  const selectSealed = db.prepare<[string]>(`
    SELECT 1 FROM item_text
      CROSS JOIN agenda_item ON agenda_item.id = item_id
      CROSS JOIN minutes ON minutes.meeting_id = agenda_item.meeting_id
    WHERE text_id = ? AND sealed IS NOT NULL`)

  return {
    /** A new text. `doc` is the JSON of its first state, which the chain of its steps stands on. */
    create: (id: TextId, language: Language, schema: number, doc: string): void => {
      insertText.run(id, language)
      insertSnapshot.run({ text_id: id, revision: 0, schema, doc, sha256: sha256(doc) })
    },

    /** Null where there is no such text. */
    head: (id: TextId): TextHead | null => {
      const last = selectLast.get(id)
      if (last) return { revision: last.revision, chain: last.chain, savedAt: last.saved_at }
      const first = selectFirstSeal.get(id)
      return first ? { revision: 0, chain: first.sha256, savedAt: null } : null
    },

    /** The link of the chain at a revision; at 0 the SHA-256 of the first snapshot. */
    chainAt: (id: TextId, revision: number): Uint8Array | null =>
      (revision === 0 ? selectFirstSeal.get(id)?.sha256 : selectChain.get(id, revision)?.chain) ?? null,

    /** The newest snapshot up to a revision. Throws where it is not what was once written. */
    snapshot: (id: TextId, revision: number): Snapshot | null => {
      const row = selectSnapshot.get(id, revision)
      if (!row) return null
      if (!sha256(row.doc).equals(row.sha256)) throw new Error(`The snapshot of text ${id} was changed`)
      return { revision: row.revision, schema: row.schema, doc: fromJson(row.doc) }
    },

    addSnapshot: (id: TextId, revision: number, schema: number, doc: string): void =>
      void insertSnapshot.run({ text_id: id, revision, schema, doc, sha256: sha256(doc) }),

    /** What was saved after revision `from` up to revision `to`, in order. */
    steps: (id: TextId, from: number, to: number): readonly SavedSteps[] =>
      selectSteps
        .all(id, from, to)
        .map((row) => ({ revision: row.revision, steps: z.array(z.unknown()).parse(fromJson(row.steps)) })),

    /** What was saved before a revision, newest first: when, and by whom. */
    saves: (id: TextId, before: number, limit: number): readonly TextSave[] =>
      selectSaves
        .all({ text_id: id, before, limit })
        .map((row) => ({ revision: row.revision, savedAt: row.saved_at, officer: row.officer ?? '' })),

    /** Appends the steps that lead to `revision`, and gives the new link of the chain. One row, nothing else. */
    addSteps: (
      id: TextId,
      before: Uint8Array,
      saved: {
        readonly revision: number
        readonly steps: string
        readonly savedAt: string
        readonly officer: string
      },
    ): Uint8Array => {
      const chain = chainLink(before, saved)
      insertSteps.run(id, saved.revision, saved.steps, saved.savedAt, saved.officer, chain)
      return chain
    },

    /** Replaces what the text is known to refer to. */
    setRefs: (id: TextId, refs: readonly { readonly kind: string; readonly recordId: string }[]): void => {
      clearRefs.run(id)
      for (const { kind, recordId } of refs) insertRef.run(id, kind, recordId)
    },

    /** Keeps how many brackets are open in the text, for lists. */
    setOpenBrackets: (id: TextId, count: number): void => void upsertBracketCount.run(id, count),

    /** The texts, of items that are on an agenda, in which the record is said. */
    saying: (kind: Said, recordId: string): readonly TextPlace[] =>
      selectPlacesOfRef.all(recordId, kind).map(toPlace),

    /** The items that came off an agenda and can come back, with a text in which the record is said. */
    sayingTakenOff: (kind: Said, recordId: string): readonly Pick<TextPlace, 'title' | 'on'>[] =>
      selectTakenOffWithRef.all(recordId, kind).map((row) => ({
        title: parsed('item taken off', TakenOff.shape.title, fromJson(row.title)),
        on: row.held_on,
      })),

    /** The texts of other meetings in which something of this meeting is said. */
    sayingFromElsewhere: (id: MeetingId): readonly TextPlace[] =>
      selectRefsFromElsewhere.all({ id }).map(toPlace),

    beginBurst: (id: TextId, revision: number): void => void insertBurst.run(id, revision),
    endBurst: (id: TextId): void => void removeBurst.run(id),
    /** Bursts whose end is not in the audit log yet; right after opening, those that a crash cut off. */
    bursts: (): readonly { readonly textId: TextId; readonly revision: number }[] =>
      selectBursts
        .all()
        .map((row) => ({ textId: parsed('text', TextId, row.text_id), revision: row.revision })),

    link: ({ itemId, language, textId }: ItemText): void => void insertLink.run(itemId, language, textId),
    /** Takes the texts off an item. The texts themselves stay, so the item can come back with them. */
    unlink: (id: AgendaItemId): void => void removeLinks.run(id),
    /** In the order of the agenda. */
    ofMeeting: (id: MeetingId): readonly ItemText[] =>
      selectLinks.all(id).map((row) =>
        parsed('text of an item', ItemText, {
          itemId: row.item_id,
          language: row.language,
          textId: row.text_id,
        }),
      ),
    /** What the text belongs to; null where its item is gone. */
    place: (id: TextId): TextPlace | null => {
      const row = selectPlace.get({ id })
      return row ? toPlace(row) : null
    },

    /** Whether it is of minutes that both sides agreed: the lock (minutesLock.ts) refuses what is saved to it. */
    isSealed: (id: TextId): boolean => selectSealed.get(id) !== undefined,

    /** The thing whose text it is; null where its item is gone. */
    owner: (id: TextId): TextOwner | null => {
      const row = selectOwner.get({ id })
      return row ? parsed('owner of a text', Owner, row) : null
    },

    addVersion: (version: NamedVersion): void =>
      void insertVersion.run({
        id: version.id,
        text_id: version.textId,
        revision: version.revision,
        name: version.name,
        saved_at: version.savedAt,
        officer: version.officer,
      }),
    version: (id: NamedVersion['id']): NamedVersion | null => {
      const row = selectVersion.get(id)
      return row ? toVersion(row) : null
    },
    /** Newest first. */
    versions: (id: TextId): readonly NamedVersion[] => selectVersions.all(id).map(toVersion),
  }
}

const Place = z.strictObject({
  kind: z.enum(['item', 'workingText', 'draft']),
  language: Language,
  title: Wording,
  on: CalendarDate.nullable(),
})

function toPlace(row: PlaceRow): TextPlace {
  return parsed('place of a text', Place, {
    kind: row.kind,
    language: row.language,
    title: fromJson(row.title),
    on: row.held_on,
  })
}

function toVersion(row: VersionRow): NamedVersion {
  return parsed('named version', NamedVersion, {
    id: row.id,
    textId: row.text_id,
    revision: row.revision,
    name: row.name,
    savedAt: row.saved_at,
    officer: row.officer,
  })
}
