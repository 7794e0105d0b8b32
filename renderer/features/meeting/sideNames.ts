import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Relationship } from '../../../shared/meeting/meeting.ts'
import type { Language, SideOrBoth } from '../../../shared/values.ts'

/** "Indonesia–Kamboja", the own side first. */
export function relationshipName({ ownSide, otherSide }: Relationship, language: Language): string {
  return `${countryOf(ownSide).name[language]}–${countryOf(otherSide).name[language]}`
}

/** The name of who carries something; `both` is what both together are called. */
export function sideName(side: SideOrBoth, language: Language, both: string): string {
  return side === 'both' ? both : countryOf(side).name[language]
}
