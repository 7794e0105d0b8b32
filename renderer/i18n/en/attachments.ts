import type { SameWords } from '../catalogue.ts'
import type { attachments as id } from '../id/attachments.ts'

export const attachments = {
  title: 'Documents',
  list: 'Documents',
  hint: 'Kept as they came, encrypted beside the record; never part of minutes that are exported.',
  none: 'No documents yet. Add one, or drop files here.',
  add: 'Add a document…',
  adding: 'Keeping the document…',
  saveAs: 'Save a copy to…',
  saved: 'A copy of “{{name}}” was saved in {{folder}}.',
  rename: 'Rename',
  badName: 'Give a name without slashes.',
  keepBoth: 'Keep both files…',
  keepTitle: 'Keep both files',
  keepHint: 'Both files are kept as they came, as documents of the meeting that is chosen.',
  keep: 'Keep',
  meeting: 'Meeting',
  chooseMeeting: 'Choose a meeting',
  noMeeting: 'There is no meeting yet that could keep documents.',
} satisfies SameWords<typeof id>
