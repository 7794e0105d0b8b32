import type { Meeting } from '../../shared/meeting/meeting.ts'
import type { Wording } from '../../shared/values.ts'
import { called, type ServiceDeps } from './serviceDeps.ts'

/** What a meeting is called elsewhere: by its title, or by its number in its series. */
export function meetingName(
  { number, title, seriesId }: Meeting,
  { series }: Pick<ServiceDeps['records'], 'series'>,
): Wording {
  if (called(title)) return title
  return Object.fromEntries(
    Object.entries(series.find(seriesId)?.shortName ?? {}).map(([language, words]) => [
      language,
      `${number}. ${words}`,
    ]),
  )
}
