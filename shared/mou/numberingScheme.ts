import { z } from 'zod'
import type { Language } from '../values.ts'
import { numberStyles } from './clauseNumbers.ts'

const sign = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\n\r]*$/u)
const form = (longest: number) =>
  z.strictObject({ before: sign(longest), style: z.enum(numberStyles), after: sign(16) })

/** What stands around a number, and how it counts: 'Pasal ' 3; '(' 1 ') '. */
export type NumberForm = z.infer<ReturnType<typeof form>>

const WordForm = form(24)
const SignForm = form(8)
const Around = z.strictObject({ before: sign(24), after: sign(16) })

/**
 * How the clauses of one text are numbered and referred to. Articles count through chapters; annexes begin them anew.
 * A heading stands on the line below the label unless `after` of its form has words or signs: 'Article 3: Funding'.
 */
export const NumberingScheme = z.strictObject({
  chapter: WordForm,
  annex: WordForm,
  article: WordForm,
  paragraph: SignForm,
  /** By level, from (a) inwards; deeper levels count as the last. */
  letters: z.array(SignForm).min(1).max(4).readonly(),
  /** How a cross-reference names what is not an article: behind the label of its article, and by itself. */
  reference: z.strictObject({
    paragraph: Around,
    letter: Around,
    ownParagraph: Around,
    ownLetter: Around,
  }),
})
export type NumberingScheme = z.infer<typeof NumberingScheme>

/** How deep letters may stand in each other. */
export const deepestLetter = 4

const inner: readonly NumberForm[] = [
  { before: '(', style: 'a', after: ') ' },
  { before: '(', style: 'i', after: ') ' },
  { before: '(', style: 'A', after: ') ' },
  { before: '(', style: 'I', after: ') ' },
]

/** The usual form in each language; a text keeps its own once it is edited. */
export const usualNumbering: Readonly<Record<Language, NumberingScheme>> = {
  en: {
    chapter: { before: 'CHAPTER ', style: 'I', after: '' },
    annex: { before: 'ANNEX ', style: 'I', after: '' },
    article: { before: 'Article ', style: '1', after: '' },
    paragraph: { before: '', style: '1', after: '. ' },
    letters: inner,
    reference: {
      paragraph: { before: ' (', after: ')' },
      letter: { before: ' (', after: ')' },
      ownParagraph: { before: 'paragraph ', after: '' },
      ownLetter: { before: 'point (', after: ')' },
    },
  },
  // 'ayat' and 'huruf' as Law 12/2011, annex II, has them.
  id: {
    chapter: { before: 'BAB ', style: 'I', after: '' },
    annex: { before: 'LAMPIRAN ', style: 'I', after: '' },
    article: { before: 'Pasal ', style: '1', after: '' },
    paragraph: { before: '', style: '1', after: '. ' },
    letters: inner,
    reference: {
      paragraph: { before: ' ayat (', after: ')' },
      letter: { before: ' huruf ', after: '' },
      ownParagraph: { before: 'ayat (', after: ')' },
      ownLetter: { before: 'huruf ', after: '' },
    },
  },
  km: {
    chapter: { before: 'ជំពូក ', style: '១', after: '' },
    annex: { before: 'ឧបសម្ព័ន្ធ ', style: '១', after: '' },
    article: { before: 'មាត្រា ', style: '១', after: '' },
    paragraph: { before: '', style: '១', after: '. ' },
    letters: [{ before: '(', style: 'ក', after: ') ' }, ...inner.slice(1)],
    reference: {
      paragraph: { before: ' (', after: ')' },
      letter: { before: ' (', after: ')' },
      ownParagraph: { before: '(', after: ')' },
      ownLetter: { before: '(', after: ')' },
    },
  },
}
