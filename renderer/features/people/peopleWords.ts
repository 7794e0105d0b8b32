import type { PastedColumn } from '../../../shared/meeting/pastedPeople.ts'
import type { Rank } from '../../../shared/meeting/people.ts'
import type { MessageKey } from '../../i18n/words.ts'

export const rankWords = {
  minister: 'people.ranks.minister',
  viceMinister: 'people.ranks.viceMinister',
  ambassador: 'people.ranks.ambassador',
  directorGeneral: 'people.ranks.directorGeneral',
  director: 'people.ranks.director',
  headOfSubdirectorate: 'people.ranks.headOfSubdirectorate',
  headOfSection: 'people.ranks.headOfSection',
  officer: 'people.ranks.officer',
} satisfies Record<Rank, MessageKey>

/** What the columns of a pasted list are called. */
export const columnWords = {
  none: 'people.columns.none',
  honorific: 'people.columns.honorific',
  name: 'people.columns.name',
  khmerName: 'people.columns.khmerName',
  'title.en': 'people.columns.titleEn',
  'title.id': 'people.columns.titleId',
  'title.km': 'people.columns.titleKm',
  agency: 'people.columns.agency',
  side: 'people.side',
} satisfies Record<PastedColumn, MessageKey>
