import type { Input } from '../../shared/api/contract.ts'
import type { LibraryClause } from '../../shared/api/draftContract.ts'
import type { Fault } from '../../shared/fault.ts'
import { fold, foldedWords } from '../../shared/fold.ts'
import type { MouId, TextId } from '../../shared/ids.ts'
import type { Draft } from '../../shared/mou/draft.ts'
import type { MouRow } from '../../shared/mou/mou.ts'
import { ok, type Result } from '../../shared/result.ts'
import { libraryArticles, type LibraryArticle } from '../../shared/text/instrument/libraryArticles.ts'
import type { Language } from '../../shared/values.ts'
import { queryWords } from '../store/rows.ts'
import { notFound, type ServiceDeps } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

/** Articles that are answered at once: more nobody looks through. */
const most = 60
/** Texts whose articles are kept; a draft never changes. */
const keptTexts = 200

/** Articles of other instruments that can be taken over into a working text. */
export function createClauseLibrary({ records }: Pick<ServiceDeps, 'records'>, texts: TextService) {
  const { mous, drafts } = records
  const ofDrafts = new Map<TextId, readonly Found[]>()

  /** What an instrument has to give: its signed drafts, the newest first; where it has none, at most its latest text. */
  function sourcesOf(mouId: MouId, language: Language, unsigned: boolean): readonly Source[] {
    const own = drafts
      .ofMou(mouId)
      .filter((draft) => draft.language === language)
      .toReversed()
    const signed = own.filter(({ kind }) => kind === 'signed')
    if (signed.length > 0) return signed.map((draft) => ({ draft, textId: draft.textId }))
    if (!unsigned) return []
    const working = drafts.workingTexts(mouId).find((one) => one.language === language)
    if (working) return [{ draft: null, textId: working.textId }]
    const [latest] = own
    return latest ? [{ draft: latest, textId: latest.textId }] : []
  }

  function articlesOf({ draft, textId }: Source): readonly Found[] {
    const known = draft && ofDrafts.get(textId)
    if (known) return known
    const doc = texts.read(textId)?.doc
    const found = doc ? libraryArticles(doc).map((article) => ({ article, folded: fold(article.words) })) : []
    if (!draft) return found
    ofDrafts.set(textId, found)
    for (const oldest of ofDrafts.keys()) if (ofDrafts.size > keptTexts) ofDrafts.delete(oldest)
    return found
  }

  return {
    clauses({
      mouId,
      language,
      query,
      unsigned,
    }: Input<'clause.library'>): Result<readonly LibraryClause[], Fault> {
      if (!mous.find(mouId)) return notFound('mou')
      const words = foldedWords(query, queryWords)
      const sources = others(mouId).flatMap((row) =>
        sourcesOf(row.id, language, unsigned).map((source) => ({ row, source })),
      )
      // Signed ones first, by their dates.
      sources.sort((one, other) => rank(other.source).localeCompare(rank(one.source)))
      const clauses: LibraryClause[] = []
      for (const { row, source } of sources) {
        for (const { article, folded } of articlesOf(source)) {
          if (clauses.length === most) return ok(clauses)
          if (!words.every((word) => folded.includes(word))) continue
          const { draft } = source
          clauses.push({
            id: `${source.textId} ${clauses.length}`,
            mouId: row.id,
            shortTitle: row.shortTitle,
            otherSide: row.otherSide,
            draft: draft && {
              ...{ id: draft.id, number: draft.number, kind: draft.kind, textDate: draft.textDate },
            },
            ...article,
          })
        }
      }
      return ok(clauses)
    },
  }

  function others(mouId: MouId): readonly MouRow[] {
    const rows: MouRow[] = []
    for (
      let after = '~', page = mous.page([], after, 100);
      page.length > 0;
      page = mous.page([], after, 100)
    ) {
      rows.push(...page)
      after = page.at(-1)?.id ?? ''
    }
    return rows.filter(({ id }) => id !== mouId)
  }
}

type Source = { readonly draft: Draft | null; readonly textId: TextId }
type Found = { readonly article: LibraryArticle; readonly folded: string }

function rank({ draft }: Source): string {
  return `${draft?.kind === 'signed' ? 1 : 0} ${draft?.textDate ?? ''}`
}
