import type { CompareSettings } from './comparison.ts'
import type { Line, LinePair, Segment } from './lines.ts'
import { different, joinedDifferences, newGroup } from './lines.ts'
import { changesDuties, registerFamily } from './registerWords.ts'
import type { Unit } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One replacement that was made all through the text: 'party' by 'participant', in lower case. */
export type SystematicForm = {
  readonly a: readonly number[] // words in lower case, in the vocabulary
  readonly b: readonly number[]
  readonly key: string // of the item
}

const LONGEST = 3 // words of a form
const MOST_CANDIDATES = 32
const MOST_CELLS = 900
const SHARE = 0.5 // of the places where the one or the other word could stand

/**
 * Finds replacements made throughout and settles them in the segments, each place a change of its own: those at
 * `placesOfSystematic` places or more, and those that turn one register into the other. Numbers and words that bind
 * or deny are never systematic, except 'shall' and 'will' as register.
 */
export function settleSystematic(
  pairs: readonly LinePair[],
  unchanged: readonly Unit[],
  vocabulary: Vocabulary,
  settings: CompareSettings,
): readonly SystematicForm[] {
  const lower = createLower(vocabulary)
  const counts = countForms(pairs, lower, vocabulary)
  const candidates = [...counts.values()]
    .filter(({ count, family }) => count >= settings.placesOfSystematic || family !== null)
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
  const inFamily = (family: string) =>
    candidates.reduce((sum, form) => (form.family === family ? sum + form.count : sum), 0)
  const frequent = candidates.filter(
    ({ count, family }) => count >= settings.placesOfSystematic || (family !== null && inFamily(family) > 1),
  )
  if (frequent.length === 0) return []

  const staying = createStaying(pairs, unchanged, lower, vocabulary)
  const accepted = frequent.filter(({ a, b, count, family }) => {
    if (family !== null) return true
    const share = (words: readonly number[]) => count / (count + staying(words).length)
    return Math.max(share(a), share(b)) >= SHARE
  })
  const forms = withKeys(accepted, vocabulary)
  if (forms.length > 0) for (const pair of pairs) settle(pair, forms, lower)
  return forms
}

/** Where the words of a form stand unchanged in both texts. */
export type Stay = { readonly a: Unit; readonly b: Unit; readonly atA: number; readonly length: number }

/** Finds where words (in lower case, in the vocabulary) stand unchanged in both texts. */
export function createStaying(
  pairs: readonly LinePair[],
  unchanged: readonly Unit[],
  lower: (key: number) => number,
  vocabulary: Vocabulary,
): (words: readonly number[]) => readonly Stay[] {
  const starts: number[] = []
  let length = 0
  for (const { line } of unchanged) {
    starts.push(length)
    length += line.length + 1
  }
  const text = unchanged
    .map(({ line }) => (line.toLowerCase().length === line.length ? line.toLowerCase() : line))
    .join('\n')
  const isLetter = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(text[at] ?? '')
  const known = new Map<string, readonly Stay[]>()
  return (words) => {
    const name = words.join(' ')
    const before = known.get(name)
    if (before) return before
    const stays: Stay[] = []
    const phrase = words.map(vocabulary.tokenOf).join(' ')
    for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) {
      if (isLetter(at - 1) || isLetter(at + phrase.length)) continue
      const index = lastAtOrBefore(starts, at)
      const match = unchanged[index]?.match
      if (match) stays.push({ a: match.a, b: match.b, atA: at - (starts[index] ?? 0), length: phrase.length })
    }
    for (const { a, match, segments } of pairs) {
      for (const { aFrom, aTo, group } of segments) {
        if (group) continue
        for (let at = aFrom; at + words.length <= aTo; at++) {
          if (!words.every((word, index) => lower(a.tokens.keys[at + index] ?? -1) === word)) continue
          const from = a.tokens.starts[at] ?? 0
          const to = a.tokens.ends[at + words.length - 1] ?? from
          stays.push({ a: match.a, b: match.b, atA: from, length: to - from })
        }
      }
    }
    known.set(name, stays)
    return stays
  }
}

/** The number of a token in lower case, by the number of the token. */
export function createLower(vocabulary: Vocabulary): (key: number) => number {
  const known: number[] = []
  return (key) => {
    const before = known[key]
    if (before !== undefined) return before
    const number = key < 0 ? key : vocabulary.numberOf(vocabulary.tokenOf(key).toLowerCase())
    if (key >= 0) known[key] = number
    return number
  }
}

type Counted = {
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly name: string
  readonly family: string | null
  count: number
}

function countForms(
  pairs: readonly LinePair[],
  lower: (key: number) => number,
  vocabulary: Vocabulary,
): ReadonlyMap<string, Counted> {
  const counts = new Map<string, Counted>()
  const single = new Map<number, Counted | null>() // null: never systematic
  const add = (a: readonly number[], b: readonly number[]) => {
    const [onlyA = 0, onlyB = 0] = [a[0], b[0]]
    const isSingle = a.length === 1 && b.length === 1
    const quick = onlyA * 0x400000 + onlyB
    const name = isSingle ? '' : `${a.join(' ')}>${b.join(' ')}`
    const known = isSingle ? single.get(quick) : counts.get(name)
    if (known === null) return
    if (known) {
      known.count++
      return
    }
    const family = isSingle ? registerFamily(vocabulary.tokenOf(onlyA), vocabulary.tokenOf(onlyB)) : null
    const form =
      family !== null || mayBeSystematic(a, b, vocabulary)
        ? { a, b, name: name || `${onlyA}>${onlyB}`, family, count: 1 }
        : null
    if (isSingle) single.set(quick, form)
    if (form) counts.set(form.name, form)
  }
  const lowered = (line: Line, from: number, to: number) =>
    Array.from(line.tokens.keys.subarray(from, to), (key) => lower(key))
  for (const { a, b, segments } of pairs) {
    segments.forEach((segment, index) => {
      const { aFrom, aTo, bFrom, bTo, group, isSettled } = segment
      if (!group || isSettled) return
      const [m, n] = [aTo - aFrom, bTo - bFrom]
      if (m === n && m <= LONGEST) {
        for (let at = 0; at < m; at++)
          add(lowered(a, aFrom + at, aFrom + at + 1), lowered(b, bFrom + at, bFrom + at + 1))
      } else if (m > 0 && n > 0 && m <= LONGEST && n <= LONGEST) {
        add(lowered(a, aFrom, aTo), lowered(b, bFrom, bTo))
      } else if (m + n <= LONGEST - 1 && segments[index + 1]?.group === null) {
        // 'Party' → 'Contracting Party': a word put in ahead of another one
        add(lowered(a, aFrom, aTo + 1), lowered(b, bFrom, bTo + 1))
      }
    })
  }
  return counts
}

/** Numbers, and words that bind or deny, are never folded away. */
function mayBeSystematic(a: readonly number[], b: readonly number[], vocabulary: Vocabulary): boolean {
  const isShared = a.length !== b.length && a.at(-1) === b.at(-1)
  const changed = isShared ? [...a.slice(0, -1), ...b.slice(0, -1)] : [...a, ...b]
  const isPlain = (number: number) => {
    const word = vocabulary.tokenOf(number)
    return vocabulary.isWord(number) && !/\p{N}/u.test(word) && !changesDuties(word)
  }
  const isTelling = (words: readonly number[]) => words.some((word) => vocabulary.tokenOf(word).length > 2)
  return changed.every(isPlain) && isTelling(a) && isTelling(b)
}

/** Forms of one item: those of a family of register, and those whose words begin alike on both sides. */
function withKeys(accepted: readonly Counted[], vocabulary: Vocabulary): readonly SystematicForm[] {
  const forms: SystematicForm[] = []
  for (const { a, b, family, name } of accepted) {
    const kin = forms.find((form) => haveOneStem(form.a, a, vocabulary) && haveOneStem(form.b, b, vocabulary))
    forms.push({ a, b, key: family ?? kin?.key ?? name })
  }
  return forms
}

function haveOneStem(one: readonly number[], other: readonly number[], vocabulary: Vocabulary): boolean {
  const [a, b] = [one.map(vocabulary.tokenOf).join(' '), other.map(vocabulary.tokenOf).join(' ')]
  let common = 0
  while (common < a.length && a[common] === b[common]) common++
  return common >= 3 && common >= 0.6 * Math.min(a.length, b.length)
}

/** Cuts the forms out of the differences of a line; what remains between them stays substance. */
function settle(pair: LinePair, forms: readonly SystematicForm[], lower: (key: number) => number) {
  let isCut = false
  const cut = pair.segments.flatMap((segment, index): readonly Segment[] => {
    const { aFrom, aTo, bFrom, bTo, group, isSettled } = segment
    if (!group || isSettled || (aTo - aFrom) * (bTo - bFrom) > MOST_CELLS) return [segment]
    const isFollowed = pair.segments[index + 1]?.group === null
    const whole = isFollowed ? wholeForm(segment, pair, forms, lower) : null
    if (whole) {
      isCut = true
      return [different(aFrom, aTo, bFrom, bTo, newGroup('systematic', whole.key), true)]
    }
    const found = placesOfForms(segment, pair, forms, lower)
    if (found.length === 0) return [segment]
    isCut = true
    const pieces: Segment[] = []
    let fromA = aFrom
    let fromB = bFrom
    for (const { i, j, form } of found) {
      if (i > fromA || j > fromB) pieces.push(different(fromA, i, fromB, j))
      fromA = i + form.a.length
      fromB = j + form.b.length
      pieces.push(different(i, fromA, j, fromB, newGroup('systematic', form.key), true))
    }
    if (aTo > fromA || bTo > fromB) pieces.push(different(fromA, aTo, fromB, bTo))
    return pieces
  })
  if (isCut) pair.segments = joinedDifferences(cut)
}

/** A form of the kind 'Party' → 'Contracting Party', whose last word is common and stands behind the difference. */
function wholeForm(
  { aFrom, aTo, bFrom, bTo }: Segment,
  { a, b }: LinePair,
  forms: readonly SystematicForm[],
  lower: (key: number) => number,
): SystematicForm | null {
  if (aTo > aFrom && bTo > bFrom) return null
  return (
    forms.find(
      (form) =>
        form.a.length === aTo - aFrom + 1 &&
        form.b.length === bTo - bFrom + 1 &&
        stands(form.a, a, aFrom, lower) &&
        stands(form.b, b, bFrom, lower),
    ) ?? null
  )
}

type Place = { readonly i: number; readonly j: number; readonly form: SystematicForm }

/** As many forms as fit into a difference, in order. */
function placesOfForms(
  { aFrom, aTo, bFrom, bTo }: Segment,
  { a, b }: LinePair,
  forms: readonly SystematicForm[],
  lower: (key: number) => number,
): readonly Place[] {
  const places: Place[] = []
  for (let i = aFrom; i < aTo; i++) {
    for (const form of forms) {
      if (i + form.a.length > aTo || !stands(form.a, a, i, lower)) continue
      for (let j = bFrom; j + form.b.length <= bTo; j++)
        if (stands(form.b, b, j, lower)) places.push({ i, j, form })
    }
  }
  const best = places.map(() => 1)
  const next = places.map(() => -1)
  let first = -1
  for (let at = places.length - 1; at >= 0; at--) {
    const place = places[at]
    if (!place) continue
    for (let after = at + 1; after < places.length; after++) {
      const other = places[after]
      const fits =
        other && other.i >= place.i + place.form.a.length && other.j >= place.j + place.form.b.length
      if (fits && (best[after] ?? 0) + 1 > (best[at] ?? 0)) {
        best[at] = (best[after] ?? 0) + 1
        next[at] = after
      }
    }
    if ((best[at] ?? 0) >= (best[first] ?? 0)) first = at
  }
  const chain: Place[] = []
  for (let at = first; at !== -1; at = next[at] ?? -1) {
    const place = places[at]
    if (place) chain.push(place)
  }
  return chain
}

function stands(words: readonly number[], line: Line, at: number, lower: (key: number) => number): boolean {
  return (
    at + words.length <= line.tokens.count &&
    words.every((word, index) => lower(line.tokens.keys[at + index] ?? -1) === word)
  )
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
