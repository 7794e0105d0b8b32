import type { Migration } from '../migrate.ts'

/**
 * The day on which an action was closed: reported done, or withdrawn; an open one has none.
 *
 * Before, only done actions had a day, and state and day could contradict. State wins: an open action loses the day.
 * A closed one without a day gets that of the meeting that agreed on it, so every later meeting still finds it
 * closed and old minutes stay as they were. The review of follow-up asks by closing day, hence the index.
 */
export const actionClosing: Migration = {
  version: 4,
  up: `
    CREATE TABLE action_next (
      id              TEXT PRIMARY KEY,
      meeting_id      TEXT NOT NULL REFERENCES meeting (id),
      item_id         TEXT,
      number_meeting  INTEGER NOT NULL,
      number_year     INTEGER NOT NULL,
      number_serial   INTEGER NOT NULL,
      side            TEXT NOT NULL,            -- a side, or 'both'
      what            TEXT NOT NULL CHECK (json_type(what) = 'object'),
      agency_id       TEXT REFERENCES agency (id),
      channel         TEXT NOT NULL,
      due_on          TEXT,
      state           TEXT NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
      closed_on       TEXT,                     -- when it was reported done, or withdrawn
      evidence        TEXT NOT NULL,            -- internal
      FOREIGN KEY (item_id, meeting_id) REFERENCES agenda_item (id, meeting_id),
      UNIQUE (meeting_id, number_meeting, number_year, number_serial),
      CHECK ((state = 'open') = (closed_on IS NULL))
    ) STRICT;
    INSERT INTO action_next
    SELECT action.id, meeting_id, item_id, number_meeting, number_year, number_serial, side, what, agency_id, channel,
      due_on, state, CASE state WHEN 'open' THEN NULL ELSE coalesce(done_on, held_on) END, evidence
    FROM action JOIN meeting ON meeting.id = meeting_id;
    DROP TABLE action;
    ALTER TABLE action_next RENAME TO action;
    CREATE INDEX action_by_state ON action (meeting_id, state);
    CREATE INDEX action_by_closing ON action (meeting_id, closed_on);
    CREATE INDEX action_by_item ON action (item_id, meeting_id);
    CREATE INDEX action_by_agency ON action (agency_id);`,
}
