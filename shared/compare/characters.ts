/** What a UTF-16 code unit is to one who parts words. */
export const character = {
  space: 1,
  word: 2,
  sign: 3,
  unspaced: 4, // of a script that sets no spaces between words: a dictionary parts it
} as const
export type CharacterClass = (typeof character)[keyof typeof character]

const classes = new Uint8Array(0x10000)

/** The class of a code unit; surrogates count as parts of words. */
export function classOf(unit: number): CharacterClass {
  const known = classes[unit]
  if (known) return known as CharacterClass
  const found = classify(String.fromCharCode(unit))
  classes[unit] = found
  return found
}

function classify(sign: string): CharacterClass {
  if (/[\s\u200b\u2060\ufeff]/u.test(sign)) return character.space
  if (/[\ud800-\udfff]/.test(sign)) return character.word
  if (!/[\p{L}\p{M}\p{N}\u200c\u200d\u00ad]/u.test(sign)) return character.sign
  // Digits of any script are numbers: 'រយៈពេល១៤ថ្ងៃ' has the number ១៤ in it.
  return /[\p{scx=Khmr}\p{scx=Thai}\p{scx=Laoo}\p{scx=Mymr}\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}]/u.test(
    sign,
  ) && !/\p{Nd}/u.test(sign)
    ? character.unspaced
    : character.word
}
