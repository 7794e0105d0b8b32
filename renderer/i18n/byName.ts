import { sortKey } from '../../shared/collation.ts'
import type { Language } from '../../shared/values.ts'

/**
 * Compares things by a name, as a list in that language stands: without regard to case and accents unless nothing
 * else tells two names apart, "Rapat 2" before "Rapat 10", Khmer names behind Latin ones and in the order of their
 * dictionaries, which browsers do not all know.
 */
export function byName<T>(language: Language, nameOf: (thing: T) => string): (one: T, other: T) => number {
  const { compare } = new Intl.Collator(language === 'km' ? 'en' : language, { numeric: true })
  return (one, other) => {
    const [first, second] = [nameOf(one), nameOf(other)]
    if (!isKhmer(first) || !isKhmer(second)) return compare(first, second)
    const [firstKey, secondKey] = [sortKey(first), sortKey(second)]
    return firstKey < secondKey ? -1 : firstKey > secondKey ? 1 : 0
  }
}

function isKhmer(text: string): boolean {
  return /^[\u1780-\u17ff]/.test(text)
}
