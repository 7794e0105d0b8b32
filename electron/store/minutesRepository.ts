import type Database from 'better-sqlite3'
import { type CorrectionId, MeetingId } from '../../shared/ids.ts'
import { Amendments, type MinutesHash, MinutesLife, newMinutes } from '../../shared/meeting/minutesLife.ts'
import type { ComposedLanguage } from '../../shared/values.ts'
import { fromJson, parsed } from './rows.ts'

type Of<Key extends keyof MinutesLife> = MinutesLife[Key] extends readonly (infer One)[] ? One : never
type InMeeting<Row> = Row & { readonly meetingId: MeetingId }
type StoredSignature = Omit<Of<'signatures'>, 'at'> & { readonly at: string }
export type KeptMinutes = { readonly schema: number; readonly doc: unknown }

/** What became of the minutes of meetings. Columns have the names of the domain by AS, so rows need no second form. */
export function createMinutesRepository(db: Database.Database) {
  const upsert = db.prepare<{ meetingId: string; version: number; sealed: string | null }>(`
    INSERT INTO minutes (meeting_id, version, sealed) VALUES (@meetingId, @version, @sealed)
    ON CONFLICT (meeting_id) DO UPDATE SET version = @version, sealed = @sealed`)
  const select = db.prepare<[string], { version: number; sealed: string | null }>(
    'SELECT version, sealed FROM minutes WHERE meeting_id = ?',
  )
  const insertCirculation = db.prepare<InMeeting<Of<'circulations'>>>(`
    INSERT INTO minutes_circulation (id, meeting_id, version, sent_on, recipients, channel, hash)
    VALUES (@id, @meetingId, @version, @sentOn, @recipients, @channel, @hash)`)
  const selectCirculations = db.prepare<[string], Of<'circulations'>>(`
    SELECT id, version, sent_on AS sentOn, recipients, channel, hash
    FROM minutes_circulation WHERE meeting_id = ? ORDER BY id`)
  const upsertCorrection = db.prepare<InMeeting<Of<'corrections'>>>(`
    INSERT INTO minutes_correction (id, meeting_id, version, number, side, item_id, asked, state, reason, decided_on)
    VALUES (@id, @meetingId, @version, @number, @side, @itemId, @asked, @state, @reason, @decidedOn)
    ON CONFLICT (id) DO UPDATE SET side = @side, item_id = @itemId, asked = @asked, state = @state,
      reason = @reason, decided_on = @decidedOn`)
  const selectCorrections = db.prepare<[string], Of<'corrections'>>(`
    SELECT id, version, number, side, item_id AS itemId, asked, state, reason, decided_on AS decidedOn
    FROM minutes_correction WHERE meeting_id = ? ORDER BY number`)
  const selectMeetingOfCorrection = db
    .prepare<[string], string>('SELECT meeting_id FROM minutes_correction WHERE id = ?')
    .pluck()
  const upsertAgreement = db.prepare<InMeeting<Of<'agreements'>>>(`
    INSERT INTO minutes_agreement (meeting_id, version, side, agreed_on, hash)
    VALUES (@meetingId, @version, @side, @agreedOn, @hash)
    ON CONFLICT (meeting_id, version, side) DO UPDATE SET agreed_on = @agreedOn, hash = @hash`)
  const selectAgreements = db.prepare<[string], Of<'agreements'>>(`
    SELECT version, side, agreed_on AS agreedOn, hash FROM minutes_agreement
    WHERE meeting_id = ? ORDER BY version, side`)
  const upsertSignature = db.prepare<InMeeting<StoredSignature>>(`
    INSERT INTO minutes_signature (meeting_id, version, side, name, signed_at, signed_on)
    VALUES (@meetingId, @version, @side, @name, @at, @on)
    ON CONFLICT (meeting_id, version, side) DO UPDATE SET name = @name, signed_at = @at, signed_on = @on`)
  const selectSignatures = db.prepare<[string], StoredSignature>(`
    SELECT version, side, name, signed_at AS "at", signed_on AS "on" FROM minutes_signature
    WHERE meeting_id = ? ORDER BY version, side`)
  const insertReopening = db.prepare<InMeeting<Of<'reopenings'>>>(`
    INSERT INTO minutes_reopening (meeting_id, version, reason, reopened_at, reopened_by, sealed)
    VALUES (@meetingId, @version, @reason, @at, @by, @sealed)`)
  const selectReopenings = db.prepare<[string], Of<'reopenings'>>(`
    SELECT version, reason, reopened_at AS "at", reopened_by AS "by", sealed FROM minutes_reopening
    WHERE meeting_id = ? ORDER BY version`)
  const upsertConfirmed = db.prepare<[string, string]>(`
    INSERT INTO confirmed_minutes (meeting_id, amendments) VALUES (?, ?)
    ON CONFLICT (meeting_id) DO UPDATE SET amendments = excluded.amendments`)
  const removeConfirmed = db.prepare<[string]>('DELETE FROM confirmed_minutes WHERE meeting_id = ?')
  const selectConfirmed = db
    .prepare<[string], string>('SELECT amendments FROM confirmed_minutes WHERE meeting_id = ?')
    .pluck()
  const removals = [
    'confirmed_minutes',
    'minutes',
    'minutes_circulation',
    'minutes_correction',
    'minutes_agreement',
    'minutes_signature',
    'minutes_reopening',
  ].map((table) => db.prepare<[string]>(`DELETE FROM ${table} WHERE meeting_id = ?`))
  const insertText = db.prepare<[string, string, string, number, string]>(`
    INSERT INTO minutes_text (meeting_id, hash, language, schema, doc) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (meeting_id, hash, language) DO NOTHING`)
  const selectText = db.prepare<[string, string, string], { schema: number; doc: string }>(
    'SELECT schema, doc FROM minutes_text WHERE meeting_id = ? AND hash = ? AND language = ?',
  )

  return {
    /** Minutes to which nothing happened yet are a draft, version 1. */
    find: (id: MeetingId): MinutesLife => {
      const row = select.get(id)
      if (!row) return newMinutes
      return parsed('life of minutes', MinutesLife, {
        ...row,
        circulations: selectCirculations.all(id),
        corrections: selectCorrections.all(id),
        agreements: selectAgreements.all(id),
        signatures: selectSignatures.all(id).map((one) => ({ ...one, at: fromJson(one.at) })),
        reopenings: selectReopenings.all(id),
      })
    },

    /**
     * Writes what `next` has and `former` has not, as the same value. Agreements come before the seal and the seal before
     * what needs it: the lock looks at each row as it is written.
     */
    save: (meetingId: MeetingId, former: MinutesLife, next: MinutesLife): void => {
      for (const one of fresh(former.circulations, next.circulations))
        insertCirculation.run({ meetingId, ...one })
      for (const one of fresh(former.corrections, next.corrections))
        upsertCorrection.run({ meetingId, ...one })
      for (const one of fresh(former.agreements, next.agreements)) upsertAgreement.run({ meetingId, ...one })
      upsert.run({ meetingId, version: next.version, sealed: next.sealed })
      for (const one of fresh(former.signatures, next.signatures))
        upsertSignature.run({ meetingId, ...one, at: JSON.stringify(one.at) })
      for (const one of fresh(former.reopenings, next.reopenings)) insertReopening.run({ meetingId, ...one })
    },

    meetingOfCorrection: (id: CorrectionId): MeetingId | null => {
      const found = selectMeetingOfCorrection.get(id)
      return found === undefined ? null : parsed('meeting of a correction', MeetingId, found)
    },

    removeOfMeeting: (id: MeetingId): void => {
      for (const removal of removals) removal.run(id)
    },

    /** What the meeting amended when it confirmed the minutes of the one before; null: it did not confirm them. */
    confirmed: (id: MeetingId): Amendments | null => {
      const json = selectConfirmed.get(id)
      return json === undefined ? null : parsed('amendments', Amendments, fromJson(json))
    },
    confirm: (id: MeetingId, amendments: Amendments | null): void => {
      if (amendments === null) removeConfirmed.run(id)
      else upsertConfirmed.run(id, JSON.stringify(amendments))
    },

    /** Keeps the words of minutes under their hash; words that are kept already stay. */
    keepText: (
      id: MeetingId,
      hash: MinutesHash,
      language: ComposedLanguage,
      { schema, doc }: KeptMinutes,
    ): void => void insertText.run(id, hash, language, schema, JSON.stringify(doc)),

    /** Null where no such words are kept in the language. */
    text: (id: MeetingId, hash: MinutesHash, language: ComposedLanguage): KeptMinutes | null => {
      const row = selectText.get(id, hash, language)
      return row ? { schema: row.schema, doc: fromJson(row.doc) } : null
    },
  }
}

function fresh<One>(former: readonly One[], next: readonly One[]): readonly One[] {
  return next.filter((one) => !former.includes(one))
}
