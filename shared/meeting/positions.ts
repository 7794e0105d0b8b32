import { fold } from '../fold.ts'
import { type Language, Side } from '../values.ts'
import { countryOf } from './countries.ts'

/** Who states a position: a side, or the chair. */
export type Speaker = Side | 'chair'

/** As far into a paragraph a side counts as named by the paragraph itself, in UTF-16 code units. */
const longestNaming = 60

/**
 * What goes before a position so that readers know whose it is: "The Indonesian side: ".
 *
 * Empty where nothing is needed: the paragraph before states a position of the same side (`before`), the paragraph
 * names the side in its first words itself ("Pihak Kamboja menyampaikan …"), or there are no words yet.
 */
export function positionLead(
  side: Speaker | null,
  before: Speaker | null,
  firstWords: string,
  language: Language,
): string {
  if (side === null || side === before || firstWords.trim() === '') return ''
  return namesSide(side, firstWords, language) ? '' : `${speakerName(side, language)}: `
}

/** "The Indonesian side", "Pihak Indonesia"; of the chair "The Co-Chairs", "Ketua Bersama". */
export function speakerName(side: Speaker, language: Language): string {
  if (side === 'chair') return { en: 'The Co-Chairs', id: 'Ketua Bersama', km: 'សហប្រធាន' }[language]
  const { name, adjective } = countryOf(side)
  return { en: `The ${adjective} side`, id: `Pihak ${name.id}`, km: `ភាគី${name.km}` }[language]
}

function namesSide(side: Speaker, words: string, language: Language): boolean {
  const start = fold(words.slice(0, longestNaming))
  const names =
    side === 'chair'
      ? [speakerName(side, language)]
      : [countryOf(side).name[language], ...(language === 'en' ? [countryOf(side).adjective] : [])]
  return names.some((name) => start.includes(fold(name)))
}

/** Whether a value from a text is a speaker. */
export function isSpeaker(value: unknown): value is Speaker {
  return value === 'chair' || Side.safeParse(value).success
}
