import { fold } from './fold.ts'

/**
 * A text as a list is put in order by it: keys compared unit by unit stand as a person expects their texts to, so
 * that a database can sort and page by them. Case, accents and kinds of quotes do not count (`fold`).
 *
 * Khmer is put in the order of its dictionaries, which is not that of its code points: independent vowels stand with
 * the consonant they begin with, ឫ ឬ behind រ and ឭ ឮ behind ល, a robat before its consonant, the vowels ុំ ំ ាំ
 * together and ះ ិះ ុះ េះ ោះ behind them, and signs that only shade a sound do not count.
 *
 * Source: CLDR, collation of km.
 */
export function sortKey(text: string): string {
  const folded = fold(text)
  if (!/[\u1780-\u17d3]/.test(folded)) return folded
  return folded
    .replace(/[\u17b4\u17b5\u17c8-\u17cb\u17cd-\u17d1\u17d3]/g, '')
    .replaceAll('ឣ', 'អ') // an old way to write the same letter
    .replace(/([\u1780-\u17a2\u17ab-\u17ae])\u17cc/g, '\u179a\u17d2$1')
    .replace(/\u17cc/g, '')
    .replace(/[\u17b6\u17bb]\u17c6|[\u17b7\u17bb\u17c1\u17c4]\u17c7|[\u1780-\u17d2]/g, (sign) =>
      // The vowel in an independent one makes no pair with a sign behind it.
      [...(withConsonant[sign] ?? [sign])].map((part) => places.get(part) ?? part).join(''),
    )
}

const withConsonant: Readonly<Record<string, string>> = {
  ឤ: 'អា',
  ឥ: 'អិ',
  ឦ: 'អី',
  ឧ: 'អុ',
  ឨ: 'អុក',
  ឩ: 'អូ',
  ឪ: 'អូវ',
  ឯ: 'អែ',
  ឰ: 'អៃ',
  ឱ: 'អោ',
  ឲ: 'អោ',
  ឳ: 'អៅ',
}

/** Letters, then vowels, then the sign that puts a letter below another. */
const inOrder: readonly string[] = [
  ...letters(0x1780, 0x179a),
  'ឫ',
  'ឬ',
  'ល',
  'ឭ',
  'ឮ',
  ...letters(0x179c, 0x17a2),
  ...letters(0x17b6, 0x17c5),
  '\u17bb\u17c6',
  '\u17c6',
  '\u17b6\u17c6',
  '\u17c7',
  '\u17b7\u17c7',
  '\u17bb\u17c7',
  '\u17c1\u17c7',
  '\u17c4\u17c7',
  '\u17d2',
]

/** Each gets a unit of the Khmer block again, so that Khmer keeps its place among the scripts. */
const places: ReadonlyMap<string, string> = new Map(
  inOrder.map((letter, place) => [letter, String.fromCharCode(0x1780 + place)]),
)

function letters(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, place) => String.fromCharCode(from + place))
}
