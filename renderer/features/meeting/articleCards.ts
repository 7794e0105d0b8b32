import type { TFunction } from 'i18next'
import type { MouArticle } from '../../../shared/mou/mou.ts'
import type { RecordCard } from '../../editor/recordCards.ts'
import { articleKey } from '../../editor/recordViews.ts'

/**
 * What became of the articles that texts refer to (`keys`, as `articleKey` makes them): what they are called now, or
 * that their draft has them no more. `articles`: all of the instruments that are referred to.
 */
export function articleCards(
  keys: Iterable<string>,
  articles: readonly MouArticle[],
  t: TFunction,
): ReadonlyMap<string, RecordCard> {
  const known = new Map(articles.map((one) => [articleKey(one.mouId, one.blockId), one]))
  const cards = new Map<string, RecordCard>()
  for (const key of keys) {
    if (!key.startsWith('article:')) continue
    const article = known.get(key)
    cards.set(key, {
      kind: 'article',
      heading: article ? article.shortTitle : t('meeting.article'),
      aside: '',
      words: article?.name ?? '',
      language: null,
      edit: '',
      ...(article
        ? { changedFrom: () => t('meeting.articleRenamed', { name: article.name }) }
        : { warning: t('meeting.articleGone') }),
    })
  }
  return cards
}
