import { actions } from './id/actions.ts'
import { agenda } from './id/agenda.ts'
import { attachments } from './id/attachments.ts'
import { calendar } from './id/calendar.ts'
import { capture } from './id/capture.ts'
import { care } from './id/care.ts'
import { comments } from './id/comments.ts'
import { compare } from './id/compare.ts'
import { docx } from './id/docx.ts'
import { draft } from './id/draft.ts'
import { drafts } from './id/drafts.ts'
import { draftExport } from './id/draftExport.ts'
import { editor } from './id/editor.ts'
import { faults } from './id/faults.ts'
import { files } from './id/files.ts'
import { guidelines } from './id/guidelines.ts'
import { history } from './id/history.ts'
import { home } from './id/home.ts'
import { languages } from './id/languages.ts'
import { meeting } from './id/meeting.ts'
import { meetings } from './id/meetings.ts'
import { minutes } from './id/minutes.ts'
import { mou } from './id/mou.ts'
import { people } from './id/people.ts'
import { papers } from './id/papers.ts'
import { procedure } from './id/procedure.ts'
import { record } from './id/record.ts'
import { references } from './id/references.ts'
import { reminders } from './id/reminders.ts'
import { search } from './id/search.ts'
import { settings } from './id/settings.ts'
import { shell } from './id/shell.ts'
import { spelling } from './id/spelling.ts'

/** Every word of the screen in Bahasa Indonesia; one file for each part of it. */
export const id = {
  actions,
  agenda,
  attachments,
  calendar,
  comments,
  compare,
  docx,
  draft,
  drafts,
  shell,
  capture,
  care,
  record,
  people,
  papers,
  procedure,
  meetings,
  meeting,
  minutes,
  draftExport,
  mou,
  editor,
  faults,
  files,
  guidelines,
  history,
  home,
  languages,
  references,
  reminders,
  search,
  settings,
  spelling,
}
