import { actions } from './id/actions.ts'
import { attachments } from './id/attachments.ts'
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
import { languages } from './id/languages.ts'
import { meeting } from './id/meeting.ts'
import { meetings } from './id/meetings.ts'
import { mou } from './id/mou.ts'
import { people } from './id/people.ts'
import { procedure } from './id/procedure.ts'
import { record } from './id/record.ts'
import { references } from './id/references.ts'
import { search } from './id/search.ts'
import { settings } from './id/settings.ts'
import { shell } from './id/shell.ts'
import { spelling } from './id/spelling.ts'

/** Every word of the screen in Bahasa Indonesia; one file for each part of it. */
export const id = {
  actions,
  attachments,
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
  procedure,
  meetings,
  meeting,
  draftExport,
  mou,
  editor,
  faults,
  files,
  guidelines,
  history,
  languages,
  references,
  search,
  settings,
  spelling,
}
