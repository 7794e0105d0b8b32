import type Database from 'better-sqlite3'
import { z } from 'zod'
import { DraftId, MouId, TextId } from '../../shared/ids.ts'
import { Draft } from '../../shared/mou/draft.ts'
import { Language } from '../../shared/values.ts'
import { parsed } from './rows.ts'

type Row = {
  readonly id: string
  readonly mou_id: string
  readonly number: number
  readonly language: string
  readonly kind: string
  readonly tabled_by: string
  readonly text_date: string
  readonly received_on: string | null
  readonly channel: string
  readonly note: string
  readonly date_reason: string
  readonly text_id: string
  readonly file_id: string | null
  readonly file_name: string | null
  readonly file_sha256: string | null
  readonly text_hash: string
  readonly seal: string
  readonly open_brackets: number
  readonly word_count: number
  readonly registered_at: string
  readonly officer: string
}

/** Which text is the working text of a language. */
const Place = z.strictObject({
  mouId: MouId,
  language: Language,
  textId: TextId,
  basedOn: DraftId.nullable(),
})
export type WorkingTextPlace = z.infer<typeof Place>

type PlaceRow = {
  readonly mou_id: string
  readonly language: string
  readonly text_id: string
  readonly based_on: string | null
}

/** The register of drafts, and which texts are the working texts. */
export function createDraftRepository(db: Database.Database) {
  const columns = `id, mou_id, number, language, kind, tabled_by, text_date, received_on, channel, note, date_reason,
    text_id, file_id, file_name, file_sha256, text_hash, seal, open_brackets, word_count, registered_at, officer`
  const insert = db.prepare<Row>(`
    INSERT INTO draft (${columns})
    VALUES (@id, @mou_id, @number, @language, @kind, @tabled_by, @text_date, @received_on, @channel, @note,
      @date_reason, @text_id, @file_id, @file_name, @file_sha256, @text_hash, @seal, @open_brackets, @word_count,
      @registered_at, @officer)`)
  const updateFacts = db.prepare<
    Pick<Row, 'id' | 'kind' | 'tabled_by' | 'text_date' | 'received_on' | 'channel' | 'note' | 'date_reason'>
  >(`
    UPDATE draft SET kind = @kind, tabled_by = @tabled_by, text_date = @text_date, received_on = @received_on,
      channel = @channel, note = @note, date_reason = @date_reason WHERE id = @id`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM draft WHERE id = ?`)
  const selectOfMou = db.prepare<[string], Row>(
    `SELECT ${columns} FROM draft WHERE mou_id = ? ORDER BY number`,
  )
  const selectByFile = db.prepare<[string, string], Row>(`
    SELECT ${columns} FROM draft WHERE file_sha256 = ? AND mou_id = ? ORDER BY number`)
  const selectAnswers = db.prepare<[string], Row>(`
    SELECT ${columns.replaceAll(/\w+/g, 'draft.$&')}
    FROM draft_parent CROSS JOIN draft ON draft.id = draft_id WHERE parent_id = ? ORDER BY number`)
  const remove = db.prepare<[string]>('DELETE FROM draft WHERE id = ?')
  const insertParent = db.prepare<[string, string]>(
    'INSERT INTO draft_parent (draft_id, parent_id) VALUES (?, ?)',
  )
  const selectParents = db.prepare<[string], { readonly parent_id: string }>(`
    SELECT parent_id FROM draft_parent WHERE draft_id = ? ORDER BY parent_id`)
  const removeParents = db.prepare<[string]>('DELETE FROM draft_parent WHERE draft_id = ?')
  const raise = db.prepare<[string], { readonly number: number }>(`
    INSERT INTO draft_register (mou_id, number) VALUES (?, 1)
    ON CONFLICT (mou_id) DO UPDATE SET number = number + 1 RETURNING number`)

  const upsertPlace = db.prepare<PlaceRow>(`
    INSERT INTO working_text (mou_id, language, text_id, based_on)
    VALUES (@mou_id, @language, @text_id, @based_on)
    ON CONFLICT (mou_id, language) DO UPDATE SET text_id = @text_id, based_on = @based_on`)
  const selectPlaces = db.prepare<[string], PlaceRow>(`
    SELECT mou_id, language, text_id, based_on FROM working_text WHERE mou_id = ? ORDER BY language`)
  const selectBasedOn = db.prepare<[string], PlaceRow>(`
    SELECT mou_id, language, text_id, based_on FROM working_text WHERE based_on = ? ORDER BY mou_id, language`)
  const removePlaces = db.prepare<[string]>('DELETE FROM working_text WHERE mou_id = ?')

  const toDraft = (row: Row): Draft =>
    parsed('draft', Draft, {
      id: row.id,
      mouId: row.mou_id,
      number: row.number,
      language: row.language,
      kind: row.kind,
      tabledBy: row.tabled_by,
      textDate: row.text_date,
      receivedOn: row.received_on,
      channel: row.channel,
      note: row.note,
      dateReason: row.date_reason,
      parents: selectParents.all(row.id).map(({ parent_id }) => parent_id),
      textId: row.text_id,
      file: row.file_id === null ? null : { id: row.file_id, name: row.file_name, sha256: row.file_sha256 },
      textHash: row.text_hash,
      seal: row.seal,
      openBrackets: row.open_brackets,
      words: row.word_count,
      registeredAt: row.registered_at,
      registeredBy: row.officer,
    })

  return {
    /** The next number of a draft of the instrument; given as of now. */
    giveNumber(mouId: MouId): number {
      const row = raise.get(mouId)
      if (!row) throw new Error('The register of drafts gave no number')
      return row.number
    },
    add(draft: Draft): void {
      insert.run({
        ...factsOf(draft),
        mou_id: draft.mouId,
        number: draft.number,
        language: draft.language,
        text_id: draft.textId,
        file_id: draft.file?.id ?? null,
        file_name: draft.file?.name ?? null,
        file_sha256: draft.file?.sha256 ?? null,
        text_hash: draft.textHash,
        seal: draft.seal,
        open_brackets: draft.openBrackets,
        word_count: draft.words,
        registered_at: draft.registeredAt,
        officer: draft.registeredBy,
      })
      for (const parent of draft.parents) insertParent.run(draft.id, parent)
    },
    /** Puts its facts right; everything else of a draft stays as it was tabled. */
    change: (draft: Draft): void => void updateFacts.run(factsOf(draft)),
    find: (id: DraftId): Draft | null => {
      const row = selectOne.get(id)
      return row ? toDraft(row) : null
    },
    /** By number. */
    ofMou: (id: MouId): readonly Draft[] => selectOfMou.all(id).map(toDraft),
    /** Those of the instrument that came in the very file. */
    ofFile: (sha256: string, mouId: MouId): readonly Draft[] => selectByFile.all(sha256, mouId).map(toDraft),
    /** Those that answer it or were made of it. */
    answers: (id: DraftId): readonly Draft[] => selectAnswers.all(id).map(toDraft),
    remove(id: DraftId): void {
      removeParents.run(id)
      remove.run(id)
    },

    putWorkingText: ({ mouId, language, textId, basedOn }: WorkingTextPlace): void =>
      void upsertPlace.run({ mou_id: mouId, language, text_id: textId, based_on: basedOn }),
    workingTexts: (id: MouId): readonly WorkingTextPlace[] => selectPlaces.all(id).map(toPlace),
    /** The working texts that were begun from the draft or last tabled as it. */
    basedOn: (id: DraftId): readonly WorkingTextPlace[] => selectBasedOn.all(id).map(toPlace),
    removeWorkingTexts: (id: MouId): void => void removePlaces.run(id),
  }
}

function factsOf(draft: Draft) {
  return {
    id: draft.id,
    kind: draft.kind,
    tabled_by: draft.tabledBy,
    text_date: draft.textDate,
    received_on: draft.receivedOn,
    channel: draft.channel,
    note: draft.note,
    date_reason: draft.dateReason,
  }
}

function toPlace(row: PlaceRow): WorkingTextPlace {
  return parsed('working text', Place, {
    mouId: row.mou_id,
    language: row.language,
    textId: row.text_id,
    basedOn: row.based_on,
  })
}
