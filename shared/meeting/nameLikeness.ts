import { fold } from '../fold.ts'

/** How alike two names are: the same but for how they are written, or one letter apart. */
export type Likeness = 'same' | 'near'

/**
 * Whether two names may be of one person; null: they are not alike.
 *
 * 'same': equal without case, accents, dashes, spaces, points, forms of address and degrees, and whatever the order of
 * the words ("H.E. Sok-Dara" and "DARA Sok"). 'near': one letter is missing, added, another, or has changed places with
 * its neighbour, in names of at least six letters; shorter ones would find "Budi" and "Rudi". Symmetric.
 */
export function likenessOf(one: string, other: string): Likeness | null {
  const a = keyOf(one)
  const b = keyOf(other)
  if (a.letters === '' || b.letters === '') return null
  if (a.letters === b.letters || a.sorted === b.sorted) return 'same'
  return isOneLetterApart(a.letters, b.letters) ? 'near' : null
}

/** Many things by their names: finds those that are like a name without comparing it with each. */
export function createLikenessIndex<T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): { readonly like: (name: string) => readonly { readonly thing: T; readonly likeness: Likeness }[] } {
  const byKey = new Map<string, Set<number>>()
  const put = (key: string, at: number) => {
    const there = byKey.get(key)
    if (there) there.add(at)
    else byKey.set(key, new Set([at]))
  }
  const names = things.map(namesOf)
  names.forEach((ofOne, at) => {
    for (const name of ofOne) for (const key of keysOf(name)) put(key, at)
  })
  return {
    /** The same first, then the near; in each as they were given. */
    like(name) {
      const found = new Set(keysOf(name).flatMap((key) => [...(byKey.get(key) ?? [])]))
      const alike = [...found]
        .toSorted((one, other) => one - other)
        .flatMap((at) => {
          const likenesses = (names[at] ?? []).map((other) => likenessOf(name, other))
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

/** Two names that are alike have at least one of these in common. */
function keysOf(name: string): readonly string[] {
  const { letters, sorted } = keyOf(name)
  if (letters === '') return []
  // Of two words one letter apart, each without the letter in question is the same; or the one without it is the other.
  const points = [...letters]
  const without =
    points.length < shortestNear
      ? []
      : points.map((_, at) => points.slice(0, at).join('') + points.slice(at + 1).join(''))
  return [letters, `sorted ${sorted}`, ...without]
}

function keyOf(name: string): { readonly letters: string; readonly sorted: string } {
  const words = fold(withoutAddress(name))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
  return { letters: words.join(''), sorted: words.toSorted().join('') }
}

/** A name as written, and the forms of address before it, which are part of no name: "H.E. General" and "Sok Dara". */
export function splitAddress(written: string): { readonly honorific: string; readonly name: string } {
  const words = written.trim().split(/\s+/)
  let at = 0
  while (at < words.length - 1 && isAddress(fold(words[at] ?? ''))) at++
  return { honorific: words.slice(0, at).join(' '), name: words.slice(at).join(' ') }
}

/** A name without the forms of address before it and the degrees behind it, unless nothing else is in it. */
function withoutAddress(name: string): string {
  const folded = fold(name)
  const comma = folded.indexOf(',')
  const behind = comma < 0 ? [] : folded.slice(comma + 1).split(/[\s,]+/)
  const isDegrees = behind.filter(Boolean).every((word) => word.includes('.') || degrees.has(word))
  return splitAddress(comma > 0 && isDegrees ? folded.slice(0, comma) : folded).name
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
