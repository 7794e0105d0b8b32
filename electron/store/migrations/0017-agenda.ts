import type { Migration } from '../migrate.ts'

const crime = 'transnationalCrime'

/** The topics of the field: id, parent, English, Indonesian. Items and memoranda of older records name them by these ids. */
const topics: readonly (readonly [id: string, parent: string | null, en: string, id: string])[] = [
  [crime, null, 'Transnational crime', 'Kejahatan lintas negara'],
  [`${crime}.traffickingInPersons`, crime, 'Trafficking in persons', 'Perdagangan orang'],
  [`${crime}.peopleSmuggling`, crime, 'People smuggling', 'Penyelundupan manusia'],
  [`${crime}.cybercrime`, crime, 'Cybercrime', 'Kejahatan siber'],
  [`${crime}.skimming`, crime, 'Cybercrime: skimming', 'Kejahatan siber: skimming'],
  [`${crime}.scamming`, crime, 'Cybercrime: online scams', 'Kejahatan siber: penipuan daring'],
  [`${crime}.onlineGambling`, crime, 'Cybercrime: online gambling', 'Kejahatan siber: judi daring'],
  [`${crime}.documentFraud`, crime, 'Document fraud', 'Pemalsuan dokumen'],
  [`${crime}.narcotics`, crime, 'Narcotics', 'Narkotika'],
  [`${crime}.terrorism`, crime, 'Terrorism', 'Terorisme'],
  ['borderControl', null, 'Border control', 'Pengawasan perbatasan'],
  [
    'protectionOfNationals',
    null,
    'Protection of nationals and repatriation',
    'Pelindungan warga negara dan pemulangan',
  ],
  ['immigrationServices', null, 'Immigration services', 'Layanan keimigrasian'],
  ['capacityBuilding', null, 'Capacity building', 'Peningkatan kapasitas'],
  ['draftMou', null, 'Draft MoU', 'Rancangan Nota Kesepahaman'],
  ['procedure', null, 'Procedure of the meeting', 'Tata acara pertemuan'],
]

const quoted = (words: string) => `'${words.replaceAll("'", "''")}'`
const seeded = topics.map(
  ([id, parent, en, indonesian], index) =>
    `(${quoted(id)}, ${parent === null ? 'NULL' : quoted(parent)}, ${index + 1}, ${quoted(JSON.stringify({ en, id: indonesian }))}, NULL)`,
)

const searchDue = (event: string, row: string) => `
    CREATE TRIGGER search_agenda_item_${event} AFTER ${event} ON agenda_item BEGIN
      INSERT INTO search_due (kind, source_id) VALUES ('meeting', ${row}.meeting_id) ON CONFLICT DO NOTHING;
    END;`

/**
 * The agenda over the years: topics that are edited in the record, sections, who proposed an item and who had it moved,
 * what was taken off at adoption, what became of items that were not taken up, from where an item was carried over, and
 * what waits for a meeting. An action gets the person who answers for it.
 *
 * The table of items is made anew, since a check of it knew no sections; its triggers of the search come with it.
 */
export const agenda: Migration = {
  version: 17,
  up: `
    CREATE TABLE topic (
      id         TEXT PRIMARY KEY,
      parent_id  TEXT REFERENCES topic (id),    -- null: of the first level
      rank       INTEGER NOT NULL,
      name       TEXT NOT NULL CHECK (json_type(name) = 'object'),
      ended_on   TEXT                           -- offered no more from then on
    ) STRICT;
    CREATE INDEX topic_by_rank ON topic (rank, id);
    CREATE INDEX topic_by_parent ON topic (parent_id);
    INSERT INTO topic (id, parent_id, rank, name, ended_on) VALUES
    ${seeded.join(',\n    ')};

    CREATE TABLE agenda_item_next (
      id                  TEXT PRIMARY KEY,
      meeting_id          TEXT NOT NULL REFERENCES meeting (id),
      rank                INTEGER NOT NULL,
      part                TEXT NOT NULL CHECK (part IN ('opening', 'adoption', 'review', 'discussion', 'actions',
                                                        'nextMeeting', 'closing', 'break', 'section')),
      title               TEXT NOT NULL CHECK (json_type(title) = 'object'),
      topic               TEXT REFERENCES topic (id),
      proposed_by         TEXT,                 -- a side, 'both', or null
      lead                TEXT,                 -- a side, 'both', or null: the co-chairs
      planned_minutes     INTEGER NOT NULL CHECK (planned_minutes BETWEEN 0 AND 1440),
      added_by            TEXT,                 -- the side that asked for it at adoption
      moved_by            TEXT,                 -- the side that asked for another place at adoption
      ended_as            TEXT CHECK (ended_as IN ('carriedOver', 'withdrawn', 'discussed')),
      composition         TEXT NOT NULL CHECK (composition IN ('composed', 'written')),
      origin_item_id      TEXT REFERENCES agenda_item (id),  -- the same matter at an earlier meeting
      origin_item_number  INTEGER,                           -- of that item on paper, as it was when it came here
      origin_decision_id  TEXT REFERENCES decision (id),     -- the decision that deferred it
      UNIQUE (id, meeting_id)                   -- so that things of an item are things of its meeting
    ) STRICT;
    INSERT INTO agenda_item_next (id, meeting_id, rank, part, title, topic, lead, planned_minutes, added_by, composition)
    SELECT id, meeting_id, rank, part, title, topic, lead, planned_minutes, added_by, composition FROM agenda_item;
    PRAGMA legacy_alter_table = ON;             -- triggers of other tables name it while it is away
    DROP TABLE agenda_item;
    ALTER TABLE agenda_item_next RENAME TO agenda_item;
    PRAGMA legacy_alter_table = OFF;
    CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting_id, rank, id);
    CREATE INDEX agenda_item_by_topic ON agenda_item (topic);
    CREATE INDEX agenda_item_by_origin ON agenda_item (origin_item_id);
    CREATE INDEX agenda_item_by_deferral ON agenda_item (origin_decision_id);
    ${[searchDue('insert', 'NEW'), searchDue('update', 'NEW'), searchDue('delete', 'OLD')].join('')}

    CREATE TABLE taken_off (                    -- items that came off an agenda when it was adopted
      id          TEXT PRIMARY KEY,             -- UUIDv7, so in the order in which they came off
      meeting_id  TEXT NOT NULL REFERENCES meeting (id),
      title       TEXT NOT NULL CHECK (json_type(title) = 'object'),
      by_side     TEXT NOT NULL
    ) STRICT;
    CREATE INDEX taken_off_by_meeting ON taken_off (meeting_id, id);

    CREATE TABLE backlog_item (                 -- new matters of a series that stand on no agenda yet
      id               TEXT PRIMARY KEY,
      series_id        TEXT NOT NULL REFERENCES series (id),
      title            TEXT NOT NULL CHECK (json_type(title) = 'object'),
      topic            TEXT REFERENCES topic (id),
      proposed_by      TEXT,
      planned_minutes  INTEGER NOT NULL CHECK (planned_minutes BETWEEN 0 AND 1440)
    ) STRICT;
    CREATE INDEX backlog_item_by_series ON backlog_item (series_id, id);
    CREATE INDEX backlog_item_by_topic ON backlog_item (topic);

    CREATE TABLE no_longer_waiting (            -- carried over or deferred, and given up since
      id  TEXT PRIMARY KEY                      -- of the agenda item, or of the decision
    ) STRICT;

    ALTER TABLE action ADD COLUMN person_id TEXT REFERENCES person (id);
    CREATE INDEX action_by_person ON action (person_id);`,
}
