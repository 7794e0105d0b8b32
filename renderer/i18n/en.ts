import { attachments } from './en/attachments.ts'
import { care } from './en/care.ts'
import { compare } from './en/compare.ts'
import { docx } from './en/docx.ts'
import { draft } from './en/draft.ts'
import { editor } from './en/editor.ts'
import { faults } from './en/faults.ts'
import { files } from './en/files.ts'
import { history } from './en/history.ts'
import { meeting } from './en/meeting.ts'
import { meetings } from './en/meetings.ts'
import { people } from './en/people.ts'
import { record } from './en/record.ts'
import { references } from './en/references.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'

/** Every word of the screen in English: the same keys as in Bahasa Indonesia, by type. */
export const en = {
  attachments,
  compare,
  docx,
  draft,
  shell,
  care,
  record,
  people,
  meetings,
  meeting,
  editor,
  faults,
  files,
  history,
  references,
  settings,
}
