import { record } from './0001-record.ts'
import { meetings } from './0002-meetings.ts'
import { texts } from './0003-texts.ts'
import { actionClosing } from './0004-action-closing.ts'
import { attachments } from './0005-attachments.ts'
import { referenceLists } from './0006-reference-lists.ts'
import { mous } from './0007-mous.ts'
import { languages } from './0008-languages.ts'
import { procedure } from './0009-procedure.ts'
import { restrictedPaper } from './0010-restricted-paper.ts'
import { comments } from './0011-comments.ts'
import { settledBrackets } from './0012-settled-brackets.ts'
import { spelling } from './0013-spelling.ts'
import { search } from './0014-search.ts'
import { actionList } from './0015-action-list.ts'
import { lifeOfMinutes } from './0016-life-of-minutes.ts'
import { agenda } from './0017-agenda.ts'
import { people } from './0018-people.ts'
import { letterheads } from './0019-letterheads.ts'
import { meetingKinds } from './0020-meeting-kinds.ts'
import { searchMore } from './0021-search-more.ts'
import type { Migration } from '../migrate.ts'

/** Every migration, in order. A record is at the version of the last one that ran on it. */
export const migrations: readonly Migration[] = [
  record,
  meetings,
  texts,
  actionClosing,
  attachments,
  referenceLists,
  mous,
  languages,
  procedure,
  restrictedPaper,
  comments,
  settledBrackets,
  spelling,
  search,
  actionList,
  lifeOfMinutes,
  agenda,
  people,
  letterheads,
  meetingKinds,
  searchMore,
]
