import { ordinal } from './numberWords.ts'
import type { ComposedLanguage, Wording } from '../values.ts'
import { inLanguage } from '../values.ts'

/**
 * What a meeting is called on the screen and in calendars: its own title, or its place in the series ("Second
 * Bilateral Meeting on Immigration Matters", "Pertemuan Bilateral Kedua tentang Keimigrasian").
 *
 * In Indonesian the count follows the kind of meeting: `shortName` tells where that ends, else the preposition does.
 * A series that was not named in `language` is counted in the language of its name.
 */
export function meetingTitle(
  meeting: {
    readonly number: number
    readonly title: Wording
    readonly seriesName: Wording
    readonly shortName: Wording
  },
  language: ComposedLanguage,
): string {
  const own = inLanguage(meeting.title, language).trim()
  if (own !== '') return own
  const written = meeting.seriesName[language] ? language : meeting.seriesName.en ? 'en' : 'id'
  const name = inLanguage(meeting.seriesName, written)
  const count = capitalised(ordinal(meeting.number, written))
  if (written === 'en') return `${count} ${name}`
  const kind = kindOf(name, meeting.shortName.id)
  return `${kind} ${count}${name.slice(kind.length)}`
}

function kindOf(name: string, shortName: string | undefined): string {
  if (shortName && name.startsWith(`${shortName} `)) return shortName
  return /^(.+?) (?:tentang|mengenai|bidang|di bidang|untuk|urusan) /i.exec(name)?.[1] ?? name
}

function capitalised(words: string): string {
  return words.replace(
    /(^|[ -])(?!and )([a-z])/g,
    (_, before: string, first: string) => before + first.toUpperCase(),
  )
}
