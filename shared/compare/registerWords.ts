/**
 * Words by which a text of treaty register differs from one of MoU register. Replacing the one by the other all
 * through a text is one thing, even where a word of it occurs once or twice only.
 *
 * Source: Foreign, Commonwealth and Development Office, Treaties and Memoranda of Understanding: Guidance on Practice
 * and Procedures, section on terminology; for Indonesian the usual pairs Pihak and Peserta.
 */
const families: Readonly<Record<string, readonly (readonly [treaty: string, mou: string])[]>> = {
  sides: [
    ['party', 'participant'],
    ['parties', 'participants'],
    ['party', 'side'],
    ['parties', 'sides'],
    ['pihak', 'peserta'],
  ],
  binding: [['shall', 'will']],
  effect: [
    ['force', 'effect'],
    ['force', 'operation'],
    ['enter', 'come'],
    ['enters', 'comes'],
    ['entered', 'came'],
    ['entry', 'coming'],
  ],
  clauses: [
    ['article', 'paragraph'],
    ['articles', 'paragraphs'],
    ['pasal', 'paragraf'],
  ],
  agreement: [
    ['agree', 'decide'],
    ['agrees', 'decides'],
    ['agreed', 'decided'],
    ['agreement', 'arrangement'],
    ['agreement', 'understanding'],
    ['agreements', 'arrangements'],
    ['obligations', 'commitments'],
    ['undertake', 'intend'],
  ],
}

const familyOf = new Map(
  Object.entries(families).flatMap(([family, pairs]) =>
    pairs.flatMap(([treaty, mou]) => [
      [`${treaty} ${mou}`, family] as const,
      [`${mou} ${treaty}`, family] as const,
    ]),
  ),
)

/** The family of a replacement of one word by another, both in lower case; null if it is none of register. */
export function registerFamily(one: string, other: string): string | null {
  return familyOf.get(`${one} ${other}`) ?? null
}

/** Words that bind, allow, deny or join: a text that replaces them ten times says something else ten times. */
export function changesDuties(word: string): boolean {
  return DUTIES.has(word)
}

const DUTIES = new Set(
  (
    'shall will may must should can could would might not no nor never none only unless except without and or ' +
    'all any each every either both if ' +
    'dapat wajib harus boleh tidak bukan jangan hanya kecuali tanpa dan atau semua setiap para jika akan'
  ).split(' '),
)
