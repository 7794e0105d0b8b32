import { z } from 'zod'
import { TermId } from '../ids.ts'
import { filledLine, Language, lines } from '../values.ts'

const forms = z.array(filledLine(200)).max(20)

/** How one language says a term: the forms to use, the first of them by preference, and those to avoid. */
const TermForms = z.strictObject({ use: forms, avoid: forms })

const termFields = {
  /** Languages that are missing have no agreed form yet. */
  forms: z
    .partialRecord(Language, TermForms)
    .refine((byLanguage) => Object.values(byLanguage).some(({ use }) => use.length > 0), { error: 'empty' }),
  note: lines(2_000),
}

/** A term of the trade that all texts have to say in the same way. */
export const Term = z.strictObject({ id: TermId, ...termFields })
export type Term = z.infer<typeof Term>

/** A term before it is kept. */
export const NewTerm = z.strictObject(termFields)
export type NewTerm = z.infer<typeof NewTerm>

/** Where a text uses a term otherwise than agreed. */
export type TermFinding =
  | {
      readonly kind: 'avoided' // a form to avoid stands in the text; offsets are UTF-16 code units, `to` exclusive
      readonly term: NewTerm
      readonly from: number
      readonly to: number
      readonly form: string
      readonly prefer: string | null
    }
  | {
      readonly kind: 'notTaken' // a linked clause has the term, this one has none of its forms
      readonly term: NewTerm
      readonly language: Language
      readonly in: readonly Language[] // the languages whose clause has it
      readonly prefer: string
    }

/**
 * The terms of the first users, to start a list from. Where a language has no form, none was confirmed; it is left to
 * the officers, never guessed.
 */
export const usualTerms: readonly NewTerm[] = [
  term({
    id: {
      use: ['tindak pidana perdagangan orang', 'TPPO', 'perdagangan orang'],
      avoid: ['perdagangan manusia'],
    },
    en: { use: ['trafficking in persons'], avoid: ['human trafficking', 'trafficking of persons'] },
  }),
  term({ id: { use: ['skimming'], avoid: ['penyeliman'] }, en: { use: ['skimming'], avoid: [] } }),
  term({ id: { use: ['scamming'], avoid: ['skaming'] }, en: { use: ['scamming'], avoid: [] } }),
  term({
    id: { use: ['atase imigrasi'], avoid: ['atase keimigrasian'] },
    en: { use: ['Immigration Attaché'], avoid: ['Immigration Attache', 'Immigration Officer'] },
  }),
]

/** The forms to avoid that a text uses, in the order of the text. A form inside one to use is in order. */
export function avoidedForms(
  text: string,
  language: Language,
  terms: readonly NewTerm[],
): readonly (TermFinding & { readonly kind: 'avoided' })[] {
  return terms
    .flatMap((one) => {
      const { use = [], avoid = [] } = one.forms[language] ?? {}
      const inOrder = use.flatMap((form) => placesOf(form, text, language))
      return avoid.flatMap((form) =>
        placesOf(form, text, language)
          .filter(({ from, to }) => !inOrder.some((place) => place.from <= from && to <= place.to))
          .map(({ from, to }) => ({
            kind: 'avoided' as const,
            term: one,
            ...{ from, to, form: text.slice(from, to), prefer: use[0] ?? null },
          })),
      )
    })
    .sort((one, other) => one.from - other.from)
}

/** Terms that one of several linked wordings has, and another, in a language with agreed forms, has not. */
export function termsNotTaken(
  wordings: Readonly<Partial<Record<Language, string>>>,
  terms: readonly NewTerm[],
): readonly (TermFinding & { readonly kind: 'notTaken' })[] {
  const texts = Object.entries(wordings) as [Language, string][]
  return terms.flatMap((one) => {
    const isSaid = ([language, text]: readonly [Language, string]) =>
      (one.forms[language]?.use ?? []).some((form) => placesOf(form, text, language).length > 0)
    const said = texts.filter(isSaid).map(([language]) => language)
    if (said.length === 0) return []
    return texts
      .filter((text) => !isSaid(text))
      .flatMap(([language]) => {
        const prefer = one.forms[language]?.use[0]
        return prefer === undefined
          ? []
          : [{ kind: 'notTaken' as const, term: one, language, in: said, prefer }]
      })
  })
}

/** Every place of a form, whatever its case; whole words, but in Khmer anywhere, with or without zero-width spaces. */
function placesOf(
  form: string,
  text: string,
  language: Language,
): readonly { readonly from: number; readonly to: number }[] {
  const signs = [...form.replace(/\u200b/g, '')].map((sign) =>
    /\s/.test(sign) ? '[\\s\\u00a0]+' : sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
  )
  const pattern =
    language === 'km' ? signs.join('\\u200b?') : `(?<![\\p{L}\\p{N}])${signs.join('')}(?![\\p{L}\\p{N}])`
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
}

function term(forms: NewTerm['forms']): NewTerm {
  return { forms, note: '' }
}
