import type { AgencyLevel } from '../../../shared/meeting/people.ts'
import type { MessageKey } from '../../i18n/words.ts'

export const levelWords = {
  ministry: 'people.levels.ministry',
  directorateGeneral: 'people.levels.directorateGeneral',
  directorate: 'people.levels.directorate',
  police: 'people.levels.police',
  embassy: 'people.levels.embassy',
  agency: 'people.levels.agency',
} satisfies Record<AgencyLevel, MessageKey>
