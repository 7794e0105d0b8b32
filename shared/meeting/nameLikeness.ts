import { fold } from '../fold.ts'

/** How alike two names are: the same but for how they are written, or one letter apart. */
export type Likeness = 'same' | 'near'

/**
 * Whether two names may be of one person; null: they are not alike.
 *
 * 'same': equal without case, accents, dashes, spaces, points, forms of address and degrees, and whatever the order of
 * the words ("H.E. Sok-Dara" and "DARA Sok"). 'near': one letter is missing, added, another, or has changed places with
 * its neighbour, in names of at least six letters; shorter ones would find "Budi" and "Rudi". A name with a digit in it
 * counts something ("Peserta 1") and is near no other. Symmetric.
 */
export function likenessOf(one: string, other: string): Likeness | null {
  return likenessOfKeys(keyOf(one), keyOf(other))
}

/** Many things by their names: finds those that are like a name without comparing it with each. */
export function createLikenessIndex<T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): { readonly like: (name: string) => readonly { readonly thing: T; readonly likeness: Likeness }[] } {
  const keys = things.map((thing) => namesOf(thing).map(keyOf))
  const byHash = new Map<number, number[]>()
  keys.forEach((ofOne, at) => {
    for (const key of ofOne)
      for (const hash of hashesOf(key)) {
        const there = byHash.get(hash)
        if (!there) byHash.set(hash, [at])
        else if (there.at(-1) !== at) there.push(at)
      }
  })
  return {
    /** The same first, then the near; in each as they were given. */
    like(name) {
      const key = keyOf(name)
      const found = new Set(hashesOf(key).flatMap((hash) => byHash.get(hash) ?? []))
      const alike = [...found]
        .toSorted((one, other) => one - other)
        .flatMap((at) => {
          const likenesses = (keys[at] ?? []).map((other) => likenessOfKeys(key, other))
          const likeness = likenesses.includes('same') ? 'same' : likenesses.find((one) => one !== null)
          const thing = things[at]
          return likeness && thing !== undefined ? [{ thing, likeness }] : []
        })
      return [
        ...alike.filter(({ likeness }) => likeness === 'same'),
        ...alike.filter(({ likeness }) => likeness === 'near'),
      ]
    },
  }
}

const shortestNear = 6
const hasDigit = /\p{N}/u

/** A name as it is compared: its letters without what parts words, and with the words in order. */
type Key = { readonly letters: string; readonly sorted: string }

function keyOf(name: string): Key {
  const words = withoutAddress(fold(name))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
  return { letters: words.join(''), sorted: words.toSorted().join('') }
}

function likenessOfKeys(a: Key, b: Key): Likeness | null {
  if (a.letters === '' || b.letters === '') return null
  if (a.letters === b.letters || a.sorted === b.sorted) return 'same'
  if (hasDigit.test(a.letters) || hasDigit.test(b.letters)) return null
  return isOneLetterApart(a.letters, b.letters) ? 'near' : null
}

/**
 * Numbers of which two names that are alike have at least one in common: of the letters, of the words in order, and of
 * the letters without each one of them. Of two names one letter apart, each without that letter is the same, or the one
 * without it is the other. Names that are not alike may share one by chance.
 */
function hashesOf({ letters, sorted }: Key): readonly number[] {
  if (letters === '') return []
  const units = Array.from(letters, (sign) => sign.codePointAt(0) ?? 0)
  const hashes = [hashOf(letters), hashOf(sorted) ^ sortedSalt]
  if (units.length < shortestNear || hasDigit.test(letters)) return hashes
  // The hash behind each place, so that leaving one out takes no pass over the rest.
  const behind = Array.from({ length: units.length + 1 }, () => 0)
  const powers = Array.from({ length: units.length + 1 }, () => 1)
  for (let at = units.length - 1; at >= 0; at--) {
    const power = powers[at + 1] ?? 1
    behind[at] = (Math.imul(units[at] ?? 0, power) + (behind[at + 1] ?? 0)) | 0
    powers[at] = Math.imul(power, base)
  }
  let ahead = 0
  for (let at = 0; at < units.length; at++) {
    hashes.push((Math.imul(ahead, powers[at + 1] ?? 1) + (behind[at + 1] ?? 0)) | 0)
    ahead = (Math.imul(ahead, base) + (units[at] ?? 0)) | 0
  }
  return hashes
}

const base = 16_777_619
const sortedSalt = 0x5bd1e995

function hashOf(word: string): number {
  let hash = 0
  for (const sign of word) hash = (Math.imul(hash, base) + (sign.codePointAt(0) ?? 0)) | 0
  return hash
}

/** A name as written, and the forms of address before it, which are part of no name: "H.E. General" and "Sok Dara". */
export function splitAddress(written: string): { readonly honorific: string; readonly name: string } {
  const words = written.trim().split(/\s+/)
  const at = addressEnd(words.map(fold))
  return { honorific: words.slice(0, at).join(' '), name: words.slice(at).join(' ') }
}

/** How many of the words, folded, are forms of address before a name. */
function addressEnd(words: readonly string[]): number {
  let at = 0
  while (at < words.length - 1 && isAddress(words[at] ?? '')) at++
  return at
}

/** A folded name without the forms of address before it and the degrees behind it, unless nothing else is in it. */
function withoutAddress(folded: string): string {
  const comma = folded.indexOf(',')
  const behind = comma < 0 ? [] : folded.slice(comma + 1).split(/[\s,]+/)
  const isDegrees = behind.filter(Boolean).every((word) => word.includes('.') || degrees.has(word))
  const words = (comma > 0 && isDegrees ? folded.slice(0, comma) : folded).split(' ')
  return words.slice(addressEnd(words)).join(' ')
}

function isAddress(word: string): boolean {
  return addresses.has(word) || (word.endsWith('.') && abbreviated.has(word.replaceAll('.', '')))
}

const addresses: ReadonlySet<string> = new Set(
  `mr mr. mrs mrs. ms ms. miss dr dr. drs drs. dra dra. prof prof. sir madam excellency general colonel major
  lieutenant brigadier bapak ibu sdr sdri jenderal kolonel letkol irjen brigjen komjen kombes inspektur oknha
  លោក លោកស្រី លោកជំទាវ ឯកឧត្តម`.split(/\s+/),
)
/** Only with their point: without it they may be names (Pol, He, Ma). */
const abbreviated: ReadonlySet<string> = new Set(
  'he hh h hj ir gen lt col maj brig pol insp capt cpt sgt tn ny bpk yth st'.split(' '),
)
const degrees: ReadonlySet<string> = new Set(
  'sh mh se mm ma ba msi mba phd llm llb msc bsc sos sip'.split(' '),
)

function isOneLetterApart(one: string, other: string): boolean {
  const a = [...one]
  const b = [...other]
  if (Math.max(a.length, b.length) < shortestNear || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++
  let left = a.length
  let right = b.length
  while (left > from && right > from && a[left - 1] === b[right - 1]) {
    left--
    right--
  }
  if (left - from <= 1 && right - from <= 1) return true
  return left - from === 2 && right - from === 2 && a[from] === b[from + 1] && a[from + 1] === b[from]
}
