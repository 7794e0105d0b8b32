import type Database from 'better-sqlite3'
import type {
  AgencyId,
  MeetingId,
  MilestoneId,
  MouId,
  PersonId,
  RelationshipId,
  StageEntryId,
  TextId,
} from '../../shared/ids.ts'
import { LinkedMou, Milestone, Mou, MouLinkTarget, MouRow, StageEntry } from '../../shared/mou/mou.ts'
import { containsWords, fromJson, parsed, searchable, type WordsFilter, wordsFilter } from './rows.ts'

type Row = {
  readonly id: string
  readonly relationship_id: string
  readonly type: string
  readonly title: string
  readonly short_title: string
  readonly topics: string
  readonly scope: string
  readonly languages: string
  readonly prevailing: string | null
  readonly classification: string
  readonly legal_basis: string
  readonly signing_target: string | null
  readonly force: string | null
  readonly note: string
}

type PartyRow = {
  readonly mou_id: string
  readonly side: string
  readonly position: number
  readonly agency_id: string | null
  readonly signatory_id: string | null
}

type StageRow = {
  readonly id: string
  readonly mou_id: string
  readonly stage: string
  readonly entered_on: string
  readonly reason: string
}

type MilestoneRow = {
  readonly id: string
  readonly mou_id: string
  readonly title: string
  readonly planned_on: string | null
  readonly done_on: string | null
  readonly at_risk: number
  readonly note: string
}

type LinkRow = { readonly mou_id: string; readonly kind: string; readonly target_id: string }

type ListRow = Pick<Row, 'id' | 'type' | 'title' | 'short_title' | 'classification' | 'signing_target'> & {
  readonly other_side: string
  readonly stage: string | null
  readonly entered_on: string | null
  readonly open_brackets: number | null
  readonly drafts: number
  readonly milestone_id: string | null
}

/** Memoranda, with their parties, stages, milestones and links. */
export function createMouRepository(db: Database.Database) {
  const columns = `id, relationship_id, type, title, short_title, topics, scope, languages, prevailing, classification,
    legal_basis, signing_target, force, note`
  const upsert = db.prepare<Row & { readonly words: string }>(`
    INSERT INTO mou (${columns}, words)
    VALUES (@id, @relationship_id, @type, @title, @short_title, @topics, @scope, @languages, @prevailing,
      @classification, @legal_basis, @signing_target, @force, @note, @words)
    ON CONFLICT (id) DO UPDATE SET type = @type, title = @title, short_title = @short_title, topics = @topics,
      scope = @scope, languages = @languages, prevailing = @prevailing, classification = @classification,
      legal_basis = @legal_basis, signing_target = @signing_target, force = @force, note = @note, words = @words`)
  const upsertParty = db.prepare<PartyRow>(`
    INSERT INTO mou_party (mou_id, side, position, agency_id, signatory_id)
    VALUES (@mou_id, @side, @position, @agency_id, @signatory_id)
    ON CONFLICT (mou_id, side) DO UPDATE SET position = @position, agency_id = @agency_id,
      signatory_id = @signatory_id`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM mou WHERE id = ?`)
  const selectParties = db.prepare<[string], PartyRow>(`
    SELECT mou_id, side, position, agency_id, signatory_id FROM mou_party WHERE mou_id = ?
    ORDER BY position, side`)
  const selectPage = db.prepare<WordsFilter & { readonly before: string; readonly limit: number }, ListRow>(`
    SELECT mou.id, type, title, short_title, other_side, classification, signing_target,
      (SELECT stage FROM mou_stage WHERE mou_id = mou.id ORDER BY id DESC LIMIT 1) AS stage,
      (SELECT entered_on FROM mou_stage WHERE mou_id = mou.id ORDER BY id DESC LIMIT 1) AS entered_on,
      (SELECT max(coalesce(open_brackets, 0))
        FROM working_text LEFT JOIN text_bracket_count ON text_bracket_count.text_id = working_text.text_id
        WHERE mou_id = mou.id) AS open_brackets,
      (SELECT count(*) FROM draft WHERE mou_id = mou.id) AS drafts,
      (SELECT id FROM milestone WHERE mou_id = mou.id AND done_on IS NULL
        ORDER BY coalesce(planned_on, '~'), id LIMIT 1) AS milestone_id
    FROM mou CROSS JOIN relationship ON relationship.id = relationship_id
    WHERE mou.id < @before AND ${containsWords('mou.words')}
    ORDER BY mou.id DESC LIMIT @limit`)
  const selectOfRelationship = db.prepare<[string], Row>(`
    SELECT ${columns} FROM mou WHERE relationship_id = ? ORDER BY id`)
  const selectOfAgency = db.prepare<{ readonly id: string }, Row>(`
    SELECT ${columns.replaceAll(/\w+/g, 'mou.$&')}
    FROM mou_party CROSS JOIN mou ON mou.id = mou_id WHERE agency_id = @id GROUP BY mou.id`)
  const selectOfSignatory = db.prepare<{ readonly id: string }, Row>(`
    SELECT ${columns.replaceAll(/\w+/g, 'mou.$&')}
    FROM mou_party CROSS JOIN mou ON mou.id = mou_id WHERE signatory_id = @id GROUP BY mou.id`)
  const selectOfText = db.prepare<{ readonly id: string }, Row>(`
    SELECT ${columns.replaceAll(/\w+/g, 'mou.$&')} FROM working_text CROSS JOIN mou ON mou.id = mou_id
    WHERE text_id = @id
    UNION ALL
    SELECT ${columns.replaceAll(/\w+/g, 'mou.$&')} FROM draft CROSS JOIN mou ON mou.id = mou_id
    WHERE text_id = @id`)
  const linked = `mou.id, short_title,
      (SELECT stage FROM mou_stage WHERE mou_id = mou.id ORDER BY id DESC LIMIT 1) AS stage`
  const selectOfMeeting = db.prepare<
    { readonly id: string },
    { readonly id: string; readonly short_title: string; readonly stage: string | null }
  >(`
    SELECT ${linked} FROM mou_link CROSS JOIN mou ON mou.id = mou_id
    WHERE kind = 'meeting' AND target_id = @id
    UNION
    SELECT ${linked} FROM agenda_item CROSS JOIN mou_link ON target_id = agenda_item.id AND kind = 'agendaItem'
    CROSS JOIN mou ON mou.id = mou_id WHERE meeting_id = @id
    UNION
    SELECT ${linked} FROM action CROSS JOIN mou_link ON target_id = action.id AND kind = 'action'
    CROSS JOIN mou ON mou.id = mou_id WHERE meeting_id = @id
    ORDER BY id`)
  const removeParties = db.prepare<[string]>('DELETE FROM mou_party WHERE mou_id = ?')
  const removeStages = db.prepare<[string]>('DELETE FROM mou_stage WHERE mou_id = ?')
  const removeMilestones = db.prepare<[string]>('DELETE FROM milestone WHERE mou_id = ?')
  const removeLinks = db.prepare<[string]>('DELETE FROM mou_link WHERE mou_id = ?')
  const remove = db.prepare<[string]>('DELETE FROM mou WHERE id = ?')

  const insertStage = db.prepare<StageRow>(`
    INSERT INTO mou_stage (id, mou_id, stage, entered_on, reason)
    VALUES (@id, @mou_id, @stage, @entered_on, @reason)`)
  const selectStages = db.prepare<[string], StageRow>(`
    SELECT id, mou_id, stage, entered_on, reason FROM mou_stage WHERE mou_id = ? ORDER BY id`)
  const selectStage = db.prepare<[string], StageRow>(`
    SELECT id, mou_id, stage, entered_on, reason FROM mou_stage WHERE id = ?`)
  const removeStage = db.prepare<[string]>('DELETE FROM mou_stage WHERE id = ?')

  const upsertMilestone = db.prepare<MilestoneRow>(`
    INSERT INTO milestone (id, mou_id, title, planned_on, done_on, at_risk, note)
    VALUES (@id, @mou_id, @title, @planned_on, @done_on, @at_risk, @note)
    ON CONFLICT (id) DO UPDATE SET title = @title, planned_on = @planned_on, done_on = @done_on,
      at_risk = @at_risk, note = @note`)
  const selectMilestone = db.prepare<[string], MilestoneRow>(`
    SELECT id, mou_id, title, planned_on, done_on, at_risk, note FROM milestone WHERE id = ?`)
  const selectMilestones = db.prepare<[string], MilestoneRow>(`
    SELECT id, mou_id, title, planned_on, done_on, at_risk, note FROM milestone
    WHERE mou_id = ? ORDER BY coalesce(planned_on, '~'), id`)
  const removeMilestone = db.prepare<[string]>('DELETE FROM milestone WHERE id = ?')

  const insertLink = db.prepare<LinkRow>(`
    INSERT INTO mou_link (mou_id, kind, target_id) VALUES (@mou_id, @kind, @target_id) ON CONFLICT DO NOTHING`)
  const removeLink = db.prepare<LinkRow>(`
    DELETE FROM mou_link WHERE mou_id = @mou_id AND kind = @kind AND target_id = @target_id`)
  const selectLinks = db.prepare<[string], LinkRow>(`
    SELECT mou_id, kind, target_id FROM mou_link WHERE mou_id = ? ORDER BY kind, target_id`)

  const toMou = (row: Row): Mou =>
    parsed('memorandum', Mou, {
      id: row.id,
      relationshipId: row.relationship_id,
      type: row.type,
      title: fromJson(row.title),
      shortTitle: row.short_title,
      parties: selectParties.all(row.id).map(({ side, agency_id, signatory_id }) => ({
        side,
        agencyId: agency_id,
        signatoryId: signatory_id,
      })),
      topics: fromJson(row.topics),
      scope: fromJson(row.scope),
      languages: fromJson(row.languages),
      prevailing: row.prevailing,
      classification: row.classification,
      legalBasis: row.legal_basis,
      signingTarget: row.signing_target === null ? null : fromJson(row.signing_target),
      force: row.force === null ? null : fromJson(row.force),
      note: row.note,
    })

  return {
    put(mou: Mou): void {
      upsert.run({ ...toRow(mou), words: searchable(mou.title, mou.shortTitle, mou.scope) })
      mou.parties.forEach(({ side, agencyId, signatoryId }, position) =>
        upsertParty.run({ mou_id: mou.id, side, position, agency_id: agencyId, signatory_id: signatoryId }),
      )
    },
    find: (id: MouId): Mou | null => {
      const row = selectOne.get(id)
      return row ? toMou(row) : null
    },
    /** At most `limit` of those in whose words each of `words` stands, newest first, made before `before`. */
    page: (words: readonly string[], before: string, limit: number): readonly MouRow[] =>
      selectPage.all({ ...wordsFilter(words), before, limit }).map((row) => {
        const next = row.milestone_id === null ? undefined : selectMilestone.get(row.milestone_id)
        return parsed('memorandum', MouRow, {
          id: row.id,
          type: row.type,
          title: fromJson(row.title),
          shortTitle: row.short_title,
          otherSide: row.other_side,
          classification: row.classification,
          stage: row.stage,
          since: row.entered_on,
          signingTarget: row.signing_target === null ? null : fromJson(row.signing_target),
          openBrackets: row.open_brackets,
          drafts: row.drafts,
          next: next ? toMilestone(next) : null,
        })
      }),
    ofRelationship: (id: RelationshipId): readonly Mou[] => selectOfRelationship.all(id).map(toMou),
    /** Those that the agency is a party to. */
    ofAgency: (id: AgencyId): readonly Mou[] => selectOfAgency.all({ id }).map(toMou),
    /** Those that the person is to sign. */
    ofSignatory: (id: PersonId): readonly Mou[] => selectOfSignatory.all({ id }).map(toMou),
    /** Those that are linked to the meeting, to an item of its agenda, or to an action that it made. */
    ofMeeting: (id: MeetingId): readonly LinkedMou[] =>
      selectOfMeeting
        .all({ id })
        .map(({ id, short_title, stage }) =>
          parsed('memorandum', LinkedMou, { id, shortTitle: short_title, stage }),
        ),
    /** The instrument that a working text or a draft is of; null for other texts. */
    ofText: (id: TextId): Mou | null => {
      const row = selectOfText.get({ id })
      return row ? toMou(row) : null
    },
    /** Takes off the instrument with its parties, stages, milestones and links. */
    remove(id: MouId): void {
      for (const statement of [removeParties, removeStages, removeMilestones, removeLinks, remove])
        statement.run(id)
    },

    addStage: ({ id, mouId, stage, enteredOn, reason }: StageEntry): void =>
      void insertStage.run({ id, mou_id: mouId, stage, entered_on: enteredOn, reason }),
    /** In the order in which they were entered. */
    stages: (id: MouId): readonly StageEntry[] => selectStages.all(id).map(toStage),
    findStage: (id: StageEntryId): StageEntry | null => {
      const row = selectStage.get(id)
      return row ? toStage(row) : null
    },
    removeStage: (id: StageEntryId): void => void removeStage.run(id),

    putMilestone: ({ id, mouId, title, plannedOn, doneOn, isAtRisk, note }: Milestone): void =>
      void upsertMilestone.run({
        id,
        mou_id: mouId,
        title: JSON.stringify(title),
        planned_on: plannedOn,
        done_on: doneOn,
        at_risk: isAtRisk ? 1 : 0,
        note,
      }),
    findMilestone: (id: MilestoneId): Milestone | null => {
      const row = selectMilestone.get(id)
      return row ? toMilestone(row) : null
    },
    /** By their dates, those without one last. */
    milestones: (id: MouId): readonly Milestone[] => selectMilestones.all(id).map(toMilestone),
    removeMilestone: (id: MilestoneId): void => void removeMilestone.run(id),

    link: (id: MouId, target: MouLinkTarget): void =>
      void insertLink.run({ mou_id: id, kind: target.kind, target_id: target.id }),
    unlink: (id: MouId, target: MouLinkTarget): void =>
      void removeLink.run({ mou_id: id, kind: target.kind, target_id: target.id }),
    links: (id: MouId): readonly MouLinkTarget[] =>
      selectLinks
        .all(id)
        .map(({ kind, target_id }) => parsed('link', MouLinkTarget, { kind, id: target_id })),
  }
}

function toRow(mou: Mou): Row {
  return {
    id: mou.id,
    relationship_id: mou.relationshipId,
    type: mou.type,
    title: JSON.stringify(mou.title),
    short_title: mou.shortTitle,
    topics: JSON.stringify(mou.topics),
    scope: JSON.stringify(mou.scope),
    languages: JSON.stringify(mou.languages),
    prevailing: mou.prevailing,
    classification: mou.classification,
    legal_basis: mou.legalBasis,
    signing_target: mou.signingTarget && JSON.stringify(mou.signingTarget),
    force: mou.force && JSON.stringify(mou.force),
    note: mou.note,
  }
}

function toStage(row: StageRow): StageEntry {
  return parsed('stage', StageEntry, {
    id: row.id,
    mouId: row.mou_id,
    stage: row.stage,
    enteredOn: row.entered_on,
    reason: row.reason,
  })
}

function toMilestone(row: MilestoneRow): Milestone {
  return parsed('milestone', Milestone, {
    id: row.id,
    mouId: row.mou_id,
    title: fromJson(row.title),
    plannedOn: row.planned_on,
    doneOn: row.done_on,
    isAtRisk: row.at_risk === 1,
    note: row.note,
  })
}
