import type { Language } from '../values.ts'

/** What is odd about some characters. */
export type Oddity =
  | 'lost' // U+FFFD: the program that made the file had lost the character already
  | 'privateUse' // a sign that only one font knows
  | 'control'
  | 'otherScript' // Latin signs where Khmer ought to stand, as fonts like Limon and ABC draw Khmer
  | 'looseMark' // a Khmer vowel or mark without a letter to stand on
  | 'cutWord' // 'ANT ARA', 'P A S A L': a word of titles and headings that is cut by spaces
  | 'gluedNumber' // 'PASAL1', 'l4 days'

/** Odd characters where they stand: UTF-16 code units, `to` exclusive. */
export type OddPlace = { readonly from: number; readonly to: number; readonly oddity: Oddity }

export type OddCharacters = {
  /** What the text seems to be as a whole; a few odd places make no debris. */
  readonly verdict: 'sound' | 'legacyKhmer' | 'debris'
  readonly share: number // of odd characters among those that are no spaces, 0 to 1
  readonly places: readonly OddPlace[] // in the order of the text
}

/** From these shares of odd characters on, a text is offered for clean-up. */
const DEBRIS_SHARE = 0.02
const LEGACY_SHARE = 0.3
/** Shorter passages prove nothing about their encoding. */
const LEAST_CHARACTERS = 12

const finders: readonly (readonly [Oddity, RegExp])[] = [
  ['lost', /\ufffd+/gu],
  ['privateUse', /\p{Co}+/gu],
  ['control', /[\p{Cc}]+/gu],
  // A dependent vowel, sign or coeng at the start of a word; zero-width spaces and joiners may precede it.
  ['looseMark', /(?<![\p{Script=Khmer}\u200b-\u200d])[\u17b6-\u17d3\u17dd]+/gu],
  ['gluedNumber', /(?<![\p{L}\p{N}])(?:\p{Lu}{4,}\d{1,3}|[lIO]\d{1,3}|\d{1,3}[lO])(?![\p{L}\p{N}])/gu],
]

/** Words of titles and headings, which scanning is wont to cut. */
const FORMULA = new Set(
  'MEMORANDUM UNDERSTANDING BETWEEN MINISTRY REPUBLIC KINGDOM INDONESIA CAMBODIA GOVERNMENT ARTICLE PARAGRAPH'
    .concat(
      ' SECTION ANNEX AGREEMENT COOPERATION CONCERNING KESEPAHAMAN ANTARA KEMENTERIAN REPUBLIK KERAJAAN',
    )
    .concat(' KAMBOJA PEMERINTAH PASAL LAMPIRAN PERSETUJUAN PERJANJIAN KERJA SAMA TENTANG DENGAN DALAM BAB')
    .split(' '),
)
const MOST_PIECES = 14 // 'U N D E R S T A N D I N G'

/**
 * Looks for signs of a font of before Unicode (Khmer drawn with Latin characters), of scanning, or of damage. Nothing
 * is ever changed: the places are shown, and cleaning up is a person's act on a copy.
 *
 * Zero-width spaces are no oddity: Khmer parts words with them. Tabs and line ends are none either.
 */
export function oddCharacters(text: string, language: Language): OddCharacters {
  const places = finders
    .flatMap(([oddity, finder]) =>
      [...text.matchAll(finder)]
        .filter(([found]) => oddity !== 'control' || /[^\t\n\r]/.test(found))
        .map((match) => ({ from: match.index, to: match.index + match[0].length, oddity })),
    )
    .concat(cutWords(text), language === 'km' ? otherScript(text) : [])
    .sort((one, other) => one.from - other.from)
  const signs = text.replace(/[\s\u200b-\u200d\u2060\ufeff]/gu, '').length
  const odd = places.reduce((sum, { from, to }) => sum + (to - from), 0)
  const share = signs === 0 ? 0 : Math.min(1, odd / signs)
  return { verdict: verdictOn(places, signs, share), share, places }
}

/** Pieces in capitals that together are a word of the formula, and apart are none. */
function cutWords(text: string): readonly OddPlace[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}+(?: \p{Lu}+)+(?![\p{L}\p{N}])/gu)].flatMap((match) => {
    const places: OddPlace[] = []
    const pieces = [...match[0].matchAll(/\p{Lu}+/gu)]
    for (let first = 0; first < pieces.length; first++) {
      let joined = pieces[first]?.[0] ?? ''
      for (let last = first + 1; last < Math.min(pieces.length, first + MOST_PIECES); last++) {
        joined += pieces[last]?.[0] ?? ''
        if (!FORMULA.has(joined)) continue
        const from = match.index + (pieces[first]?.index ?? 0)
        places.push({ from, to: from + joined.length + last - first, oddity: 'cutWord' })
        first = last
        break
      }
    }
    return places
  })
}

/** Latin runs in a Khmer text that no word of a Latin language is: with signs or capitals in the middle. */
function otherScript(text: string): readonly OddPlace[] {
  return [...text.matchAll(/[!-~\u00a1-\u017f\u2018-\u2026]{4,}/gu)]
    .filter(([run]) => isScrambled(run))
    .map((match) => ({ from: match.index, to: match.index + match[0].length, oddity: 'otherScript' }))
}

function isScrambled(run: string): boolean {
  const core = run.replace(/^[("'[]+|[)"'\].,;:!?]+$/g, '')
  return /\p{Ll}\p{Lu}/u.test(core) || /\p{L}[^\p{L}\p{N}\s'’.@/-]\p{L}/u.test(core)
}

function verdictOn(places: readonly OddPlace[], signs: number, share: number): OddCharacters['verdict'] {
  if (signs < LEAST_CHARACTERS) return places.length > 0 ? 'debris' : 'sound'
  const inOtherScript = places
    .filter(({ oddity }) => oddity === 'otherScript')
    .reduce((sum, { from, to }) => sum + (to - from), 0)
  if (inOtherScript / signs >= LEGACY_SHARE) return 'legacyKhmer'
  return share >= DEBRIS_SHARE ? 'debris' : 'sound'
}
