import type { TextBurst } from '../../shared/record.ts'
import type { TextSave } from '../store/textRepository.ts'

type Page = { readonly rows: readonly TextBurst[]; readonly next: string | null }

/**
 * Saves as what one officer saved within one minute, newest first. `saves` are newest first; where there are `most` of
 * them more may follow, and the oldest minute is left to the next page, unless it is the only one.
 */
export function burstsOf(saves: readonly TextSave[], most: number): Page {
  const bursts: { first: number; burst: TextBurst }[] = []
  for (const { revision, savedAt, officer } of saves) {
    const last = bursts.at(-1)
    if (last && last.burst.officer === officer && minuteOf(last.burst.savedAt) === minuteOf(savedAt)) {
      bursts[bursts.length - 1] = { first: revision, burst: { ...last.burst, saves: last.burst.saves + 1 } }
    } else bursts.push({ first: revision, burst: { revision, saves: 1, savedAt, officer } })
  }
  const isFull = saves.length >= most
  const shown = isFull && bursts.length > 1 ? bursts.slice(0, -1) : bursts
  const end = shown.at(-1)
  return { rows: shown.map(({ burst }) => burst), next: isFull && end ? String(end.first) : null }
}

/** Zones are whole quarters of an hour from UTC, so a minute is one everywhere. */
function minuteOf(instant: string): string {
  return instant.slice(0, 16)
}
