import type { Migration } from '../migrate.ts'

/** Actions of all series by due date, and by the day on which they were closed. */
export const actionList: Migration = {
  version: 15,
  up: `
    CREATE INDEX open_action_by_due ON action (coalesce(due_on, '~'), id) WHERE state = 'open';
    CREATE INDEX closed_action_by_day ON action (closed_on, id) WHERE state <> 'open';`,
}
