import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ComparedFile, FileView } from '../../../shared/compare/comparedFile.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { formatNumber, languageName } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'

/** "Word · Inggris · 10 pasal · 812 kata": what was read of a file, in one line. */
export function FileFacts({ file, view }: { readonly file: ComparedFile; readonly view: FileView }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  return factsOf(file, view, t, screen).join(' · ')
}

export function factsOf(
  file: ComparedFile,
  view: FileView,
  t: TFunction,
  screen: ComposedLanguage,
): readonly string[] {
  const { articles, words, brackets } = file.found[view]
  const number = (value: number) => formatNumber(value, screen)
  return [
    // First, since it tells one text of the file from the other; what comes last may be cut off.
    ...(file.revisions > 0 ? [t(viewWords[view])] : []),
    file.format === 'docx' ? 'Word' : t('compare.plainText'),
    file.language === null ? t('compare.languageUnknown') : languageName(file.language, screen),
    articles > 0
      ? t('compare.articles', { count: articles, number: number(articles) })
      : t('compare.noArticles'),
    t('compare.words', { count: words, number: number(words) }),
    ...(brackets > 0 ? [t('compare.brackets', { count: brackets })] : []),
    ...(file.revisions > 0
      ? [t('compare.revisions', { count: file.revisions, number: number(file.revisions) })]
      : []),
  ]
}

export const viewWords = {
  asItWas: 'compare.views.asItWas',
  asProposed: 'compare.views.asProposed',
} as const

/** How many things of the file are not in the text that is compared. */
export function leftOutCount(file: ComparedFile): number {
  return unreadOf(file).reduce((sum, { count }) => sum + count, 0) + file.beside.length + file.comments
}

/** What the text cannot hold, without notes and what stands at the edge of pages where these are told by their words. */
export function unreadOf({ unread, beside }: ComparedFile): ComparedFile['unread'] {
  const told = (what: string) => beside.filter(({ kind }) => kind === what).length
  return unread.filter(({ what, count }) => told(what) < count) // one that was deleted has no words as proposed
}
