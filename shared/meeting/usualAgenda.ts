import type { TopicId } from '../ids.ts'
import type { ComposedLanguage, Wording } from '../values.ts'
import type { AgendaItem, ItemPart } from './meeting.ts'
import { ordinal } from './numberWords.ts'
import { procedureTopic } from './topics.ts'

type UsualItem = {
  readonly part: ItemPart
  readonly title: Wording
  readonly topic: TopicId | null
  readonly plannedMinutes: number
}

/**
 * The agenda that meetings of the field usually have, as the proposal to begin with. The first meeting of a series
 * (`number` 1) has no follow-up to review. The discussion takes what the rest leaves of `minutes`, the length of the
 * meeting: so much that it is worth its while, and no more than two people can foresee.
 *
 * Source: the usual shape of agreed minutes.
 */
export function usualAgenda(number: number, minutes: number): readonly UsualItem[] {
  const review = item('review', 45, {
    en: `Review of the follow-up of the ${named(number - 1, 'en')} Meeting`,
    id: `Peninjauan tindak lanjut Pertemuan ${named(number - 1, 'id')}`,
  })
  const discussion = item('discussion', 0, { en: 'Discussion', id: 'Pembahasan' }, null)
  const items = [
    item('opening', 15, { en: 'Opening', id: 'Pembukaan' }),
    item('adoption', 15, { en: 'Adoption of the agenda', id: 'Pengesahan agenda' }),
    ...(number > 1 ? [review] : []),
    discussion,
    item('actions', 30, { en: 'Follow-up actions', id: 'Tindak lanjut' }),
    item('nextMeeting', 15, {
      en: 'Date and place of the next meeting',
      id: 'Tanggal dan tempat pertemuan berikutnya',
    }),
    item('closing', 15, { en: 'Closing', id: 'Penutupan' }),
  ]
  const others = items.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0)
  const left = Math.max(shortest, Math.min(longest, minutes - others))
  return items.map((one) => (one === discussion ? { ...one, plannedMinutes: left } : one))
}

/** Minutes of the discussion. */
const [shortest, longest] = [30, 90]

/** Where a new item stands, from 0: before what ends a meeting, or last. `items` come in the order of the agenda. */
export function placeOfNewItem(items: readonly Pick<AgendaItem, 'part'>[]): number {
  const end = items.findIndex(
    ({ part }) => part === 'actions' || part === 'nextMeeting' || part === 'closing',
  )
  return end === -1 ? items.length : end
}

function item(
  part: ItemPart,
  plannedMinutes: number,
  title: Wording,
  topic: TopicId | null = procedureTopic,
): UsualItem {
  return { part, title, topic, plannedMinutes }
}

/** "First", "Twenty-First", "Kedua Puluh Satu". */
function named(place: number, language: ComposedLanguage): string {
  return ordinal(place, language).replace(/(^|[ -])\p{Ll}/gu, (start) => start.toUpperCase())
}
