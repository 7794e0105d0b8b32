import type { SameWords } from '../catalogue.ts'
import type { guidelines as id } from '../id/guidelines.ts'

export const guidelines = {
  title: 'Guidelines of the delegation',
  hint: 'Positions and what to fall back to. Kept under a key of their own; never in an export, the history or a search.',
  none: 'No guidelines have been written here yet.',
  begin: 'Begin guidelines',
  beginHint:
    'These guidelines get a passphrase of their own. Keep it well: if all officers who have access forget theirs, nobody can read them any more, not with the recovery key either.',
  open: 'Open guidelines',
  openAct: 'Open',
  passphrase: 'Passphrase of the guidelines',
  saved: 'Saved {{time}} by {{name}}.',
  access: 'Access: {{names}}.',
  noAccess: 'You have no access. Ask: {{names}}.',
  nobody: 'The officers who had access are not in this record any more.',
  views: 'Views of the guidelines',
  words: 'Words',
  accessTab: 'Access',
  notSaved: 'Not saved yet',
  allSaved: 'Saved',
  saveOver: 'Save over it',
  stale:
    'These guidelines were saved from another window. Saving over that replaces it; undo brings it back.',
  officers: 'Officers who have access',
  since: 'since {{date}}',
  you: '{{name}} (you)',
  give: 'Give access',
  giveHint:
    'The officer types the passphrase here himself. One who has access already gets another passphrase by this.',
  given: 'Access given',
  officer: 'Officer',
  noOther: 'There is no other officer in this record.',
  take: 'Take access away',
  takeOf: 'Take access away from {{name}}',
  takeAsk:
    'Take access away from {{name}}? This cannot be undone: to get it back, a new passphrase has to be typed. Copies of the record that are already held stay open.',
  taken: 'Access taken away',
  change: 'Change my passphrase',
  current: 'Passphrase of the guidelines now',
  new: 'New passphrase of the guidelines',
  changed: 'Passphrase of the guidelines changed',
  remove: 'Delete guidelines',
} satisfies SameWords<typeof id>
