import { fold } from '../fold.ts'
import { hasKhmer } from '../hasKhmer.ts'
import type { Language } from '../values.ts'
import type { AgencyLevel } from './people.ts'

/**
 * The level of an agency and the language of its name, as far as the words of the name say so: "Direktorat Jenderal
 * Imigrasi" is a directorate general, named in Indonesian. A name that says nothing is of an agency or board.
 */
export function levelSaidBy(name: string): { readonly level: AgencyLevel; readonly language: Language } {
  const folded = fold(name)
  const found = levels.find(({ words }) => words.test(folded))
  const language = hasKhmer(name) ? 'km' : inIndonesian.test(folded) ? 'id' : 'en'
  return { level: found?.level ?? 'agency', language }
}

/** The more special first: a directorate general of a ministry names the ministry too. */
const levels: readonly { readonly level: AgencyLevel; readonly words: RegExp }[] = [
  {
    level: 'embassy',
    words: /\b(embassy|kedutaan|kbri|kjri|consulate|konsulat|permanent mission|perutusan)\b|ស្ថានទូត/,
  },
  { level: 'police', words: /\b(police|polri|kepolisian|bareskrim)\b|នគរបាល/ },
  {
    level: 'directorateGeneral',
    words: /\b(directorate general|direktorat jenderal|ditjen|general department)\b|អគ្គនាយកដ្ឋាន/,
  },
  { level: 'directorate', words: /\b(directorate|direktorat|department of|dit\.)|នាយកដ្ឋាន/ },
  { level: 'ministry', words: /\b(ministry|kementerian)\b|ក្រសួង/ },
]

const inIndonesian =
  /\b(kementerian|direktorat|ditjen|kedutaan|kepolisian|badan|lembaga|dinas|kantor|sekretariat|konsulat|polri|kbri|kjri|dan|kejaksaan|bareskrim)\b/
