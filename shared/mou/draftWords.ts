import { minutesWords, pageMarks } from '../meeting/minutesWords.ts'
import { writtenDate } from '../meeting/writtenDate.ts'
import type { ComposedLanguage, Language } from '../values.ts'
import type { DraftKind, TabledBy } from './draft.ts'
import type { DraftPaper, DraftView } from './draftPaper.ts'

/** What stands on every page of a draft around its text. */
export type DraftMarks = {
  /** Left and right: the classification, and whether it is out of a sample. */
  readonly header: readonly [string, string]
  /** Which draft of what date it is, and which wording of the brackets. */
  readonly subheader: readonly [string, string]
  readonly pageOf: string
}

export function draftMarks({
  front,
  view,
  language,
}: Pick<DraftPaper, 'front' | 'view' | 'language'>): DraftMarks {
  const { kind, draftNumber, date, classification, sample } = front
  const number = draftNumber === '' ? '' : `No. ${draftNumber}`
  return {
    header: pageMarks({ language, classification, sample, draft: false }),
    subheader: [
      [kind, number, writtenDate(date, language)].filter(Boolean).join(' · '),
      viewWords(view, language),
    ],
    pageOf: minutesWords(language).pageOf,
  }
}

/** Which wording of the brackets it is; '' where they stand as they are. */
export function viewWords(view: DraftView, language: ComposedLanguage): string {
  const english = language === 'en'
  switch (view.kind) {
    case 'attributed':
      return ''
    case 'clean':
      return english ? 'Agreed wording only' : 'Hanya yang telah disepakati'
    case 'seenBy':
      return english ? `As seen by ${view.side}` : `Menurut ${view.side}`
  }
}

const kinds: Readonly<Record<DraftKind, Readonly<Record<ComposedLanguage, string>>>> = {
  ownDraft: { en: 'Draft', id: 'Draf' },
  counterDraft: { en: 'Counter-draft', id: 'Draf tanggapan' },
  consolidated: { en: 'Consolidated text', id: 'Naskah konsolidasi' },
  clean: { en: 'Clean text', id: 'Naskah bersih' },
  initialled: { en: 'Initialled text', id: 'Naskah terparaf' },
  signed: { en: 'Signed text', id: 'Naskah tertandatangani' },
}
const chairs: Readonly<Record<ComposedLanguage, string>> = { en: 'chair', id: 'ketua' }

/** What a text is called on its pages: 'Counter-draft (KHM)'. Null: the working text, which nobody has tabled. */
export function kindWords(
  draft: { readonly kind: DraftKind; readonly tabledBy: TabledBy } | null,
  language: ComposedLanguage,
): string {
  if (draft === null) return language === 'en' ? 'Working text' : 'Naskah kerja'
  const { kind, tabledBy } = draft
  if (tabledBy === 'both') return kinds[kind][language]
  return `${kinds[kind][language]} (${tabledBy === 'chair' ? chairs[language] : tabledBy})`
}

/** The head of the column with the numbers of the rows. */
export const rowWord: Readonly<Record<ComposedLanguage, string>> = { en: 'No.', id: 'No.' }

/** Languages by the names that their own speakers give them. */
export const ownNames: Readonly<Record<Language, string>> = {
  en: 'English',
  id: 'Bahasa Indonesia',
  km: 'ភាសាខ្មែរ',
}
