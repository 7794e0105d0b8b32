import type { Language } from '../values.ts'

/** What the closing of a text says of languages and originals. */
export type Testimonium = {
  readonly languages: readonly Language[] // in the order in which they are named
  readonly prevailing: Language | null // null: none is said to prevail
  readonly isEquallyAuthentic: boolean
}

export type TestimoniumProblem =
  | { readonly kind: 'noTestimonium'; readonly in: Language }
  | { readonly kind: 'languageNotNamed'; readonly in: Language; readonly language: Language }
  | { readonly kind: 'languageWithoutText'; readonly in: Language; readonly language: Language }
  | {
      readonly kind: 'prevailingDiffers'
      readonly in: Language
      readonly says: Language | null
      readonly agreed: Language | null // as the record of the memorandum has it
    }

/** How each language names the languages of texts. */
const names: Readonly<Record<Language, Readonly<Record<Language, RegExp>>>> = {
  en: { en: /\bEnglish\b/iu, id: /\bIndonesian\b|\bBahasa Indonesia\b/iu, km: /\bKhmer\b/iu },
  id: { en: /\bInggris\b/iu, id: /\b(?:bahasa )Indonesia\b/iu, km: /\bKhmer\b|\b(?:bahasa )Kamboja\b/iu },
  km: { en: /អង់គ្លេស/u, id: /(?<!រដ្ឋ)ឥណ្ឌូនេស៊ី/u, km: /ខ្មែរ/u },
}

/** A sentence that speaks of languages at all; signatures name countries too. */
const OF_LANGUAGES: Readonly<Record<Language, RegExp>> = {
  en: /\blanguages?\b|\btexts?\b|\bversions?\b/iu,
  id: /\bbahasa\b/iu,
  km: /ភាសា/u,
}
/** A sentence that says which text prevails: it speaks of divergence, or of prevailing itself. */
const PREVAILS: Readonly<Record<Language, RegExp>> = {
  en: /\bprevail/iu,
  id: /\b(?:perbedaan|pertentangan)\b.*\b(?:berlaku|digunakan|mengikat|diutamakan|menjadi acuan)\b/iu,
  km: /(?:ខុសគ្នា|ភាពខុស|គម្លាត).*(?:យកជា|ត្រូវ|មានតម្លៃ|ជាគោល)/u,
}
const AUTHENTIC: Readonly<Record<Language, RegExp>> = {
  en: /\bequally (?:authentic|valid)\b/iu,
  id: /\b(?:sama (?:sahnya|autentiknya|otentiknya)|memiliki kekuatan hukum yang sama|sama-sama (?:sah|autentik|otentik))\b/iu,
  km: /(?:តម្លៃ|សុពលភាព)(?:ផ្លូវច្បាប់)?(?:ស្មើគ្នា|ដូចគ្នា)/u,
}

/**
 * What the closing of a text in `language` says; null where it names no language of a text at all.
 *
 * Source: the usual formula, "in duplicate, in the X, Y and English languages, all texts being equally authentic. In
 * case of any divergence in interpretation, the English text shall prevail."
 */
export function readTestimonium(closing: string, language: Language): Testimonium | null {
  const plain = closing.replace(/[\u200b\u2060]/g, '').replace(/\n/g, ' ')
  const sentences = plain.split(/(?<=[.;។])\s*/u).filter((sentence) => OF_LANGUAGES[language].test(sentence))
  const prevails = sentences.findLast((sentence) => PREVAILS[language].test(sentence)) ?? ''
  const listed = sentences.filter((sentence) => sentence !== prevails).join(' ')
  const languages = named(listed, language)
  if (languages.length === 0 && prevails === '') return null
  return {
    languages,
    prevailing: named(prevails, language).at(-1) ?? null,
    isEquallyAuthentic: AUTHENTIC[language].test(plain),
  }
}

/**
 * Whether every text names the languages there are, and the prevailing one that was agreed. `texts` are all language
 * texts of a memorandum; `prevailing` is null where none was agreed. In the order of the texts.
 */
export function checkTestimonia(
  texts: readonly { readonly language: Language; readonly closing: string }[],
  prevailing: Language | null,
): readonly TestimoniumProblem[] {
  const there = texts.map(({ language }) => language)
  return texts.flatMap(({ language, closing }): readonly TestimoniumProblem[] => {
    const said = readTestimonium(closing, language)
    if (!said) return [{ kind: 'noTestimonium', in: language }]
    const missing = there.filter((one) => !said.languages.includes(one))
    const extra = said.languages.filter((one) => !there.includes(one))
    return [
      ...missing.map((one) => ({ kind: 'languageNotNamed', in: language, language: one }) as const),
      ...extra.map((one) => ({ kind: 'languageWithoutText', in: language, language: one }) as const),
      ...(said.prevailing === prevailing
        ? []
        : [{ kind: 'prevailingDiffers', in: language, says: said.prevailing, agreed: prevailing } as const]),
    ]
  })
}

/** The languages that a passage names, in the order of their first naming. */
function named(passage: string, language: Language): readonly Language[] {
  const places = (Object.entries(names[language]) as [Language, RegExp][]).flatMap(([one, name]) => {
    const at = passage.search(name)
    return at < 0 ? [] : [{ one, at }]
  })
  return places.sort((one, other) => one.at - other.at).map(({ one }) => one)
}
