import { actions } from './en/actions.ts'
import { agenda } from './en/agenda.ts'
import { attachments } from './en/attachments.ts'
import { calendar } from './en/calendar.ts'
import { capture } from './en/capture.ts'
import { care } from './en/care.ts'
import { comments } from './en/comments.ts'
import { compare } from './en/compare.ts'
import { docx } from './en/docx.ts'
import { draft } from './en/draft.ts'
import { drafts } from './en/drafts.ts'
import { draftExport } from './en/draftExport.ts'
import { editor } from './en/editor.ts'
import { faults } from './en/faults.ts'
import { files } from './en/files.ts'
import { guidelines } from './en/guidelines.ts'
import { history } from './en/history.ts'
import { home } from './en/home.ts'
import { languages } from './en/languages.ts'
import { meeting } from './en/meeting.ts'
import { meetings } from './en/meetings.ts'
import { minutes } from './en/minutes.ts'
import { mou } from './en/mou.ts'
import { people } from './en/people.ts'
import { papers } from './en/papers.ts'
import { procedure } from './en/procedure.ts'
import { record } from './en/record.ts'
import { references } from './en/references.ts'
import { reminders } from './en/reminders.ts'
import { search } from './en/search.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { spelling } from './en/spelling.ts'

/** Every word of the screen in English: the same keys as in Bahasa Indonesia, by type. */
export const en = {
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
