import type { useRouter } from '@tanstack/react-router'
import type { SearchHit } from '../../../shared/search/search.ts'
import { type ComposedLanguage, inLanguage } from '../../../shared/values.ts'
import { notices } from '../../shell/notices.ts'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import { askForNamedPlace } from '../minutes/useNamedPlace.ts'

/** What the thing is called that a hit belongs to. */
export function hitTitle({ title, meeting }: SearchHit, language: ComposedLanguage): string {
  return meeting ? meetingTitle({ ...meeting, title }, language) : inLanguage(title, language)
}

/** Opens what a hit was found in, as near to the words as an address can lead. */
export function openHit(router: ReturnType<typeof useRouter>, { kind, place }: SearchHit): void {
  switch (place.at) {
    case 'meeting':
      return void router.navigate({
        to: '/meetings/$meetingId',
        params: { meetingId: place.meetingId },
        search: {
          ...(place.itemId && { item: place.itemId }),
          ...(kind === 'note' && { panel: 'notes' as const }),
          ...(kind === 'document' && { panel: 'docs' as const }),
          ...((kind === 'decision' || kind === 'action') && { panel: 'decisions' as const }),
        },
      })
    case 'lifeOfMinutes':
      askForNamedPlace()
      return void router.navigate({
        to: '/meetings/$meetingId',
        params: { meetingId: place.meetingId },
        search: { panel: 'minutes', at: place.correctionId ?? 'previous' },
      })
    case 'backlog':
      return void router.navigate({
        to: '/meetings',
        search: { tab: 'series', backlog: place.seriesId },
      })
    case 'mou':
      return void router.navigate({
        to: '/mou/$mouId',
        params: { mouId: place.mouId },
        search: kind === 'document' ? { tab: 'papers' } : {},
      })
    case 'workingText':
      return void router.navigate({
        to: '/mou/$mouId/text',
        params: { mouId: place.mouId },
        search: { lang: place.language, ...(kind === 'comment' && { panel: 'comments' as const }) },
      })
    case 'draft':
      return void router.navigate({
        to: '/mou/$mouId',
        params: { mouId: place.mouId },
        search: { tab: 'drafts' },
      })
    case 'person':
    case 'agency':
      return void router.navigate({
        to: '/people',
        search: {
          tab: place.at === 'person' ? 'people' : 'agencies',
          side: place.side,
          ...(place.at === 'person' && { q: place.name }),
        },
      })
    case 'figure':
      return notices.say((t) => t('search.noPage'), null)
  }
}
