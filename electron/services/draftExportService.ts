import type { Input } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import type { Fault } from '../../shared/fault.ts'
import { safeFileName } from '../../shared/fileName.ts'
import type { TextId } from '../../shared/ids.ts'
import type { Draft } from '../../shared/mou/draft.ts'
import { type DraftPaper, draftPaper, type MarginComment } from '../../shared/mou/draftPaper.ts'
import { kindWords, viewWords } from '../../shared/mou/draftWords.ts'
import type { Mou } from '../../shared/mou/mou.ts'
import type { SavedDraft } from '../../shared/record.ts'
import { ok, type Result } from '../../shared/result.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { inLanguage, type Language } from '../../shared/values.ts'
import { createFileExport, printed } from './fileExport.ts'
import type { OpenRecord } from './openRecord.ts'
import { recordWordsIn } from './recordWords.ts'
import { invalid, notFound, type ServiceDeps, today } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

type Asked = Input<'draft.export'>
type Exported = Promise<Result<SavedDraft | null, Fault>>

/** A text that is to go out, with what is known of it. */
type Chosen = {
  readonly language: Language
  readonly textId: TextId
  readonly draft: Draft | null
  readonly doc: unknown
}

/** Drafts and working texts out of the record: as DOCX, as PDF. Files go where the person chooses. */
export function createDraftExportService(
  deps: ServiceDeps,
  record: OpenRecord,
  texts: TextService,
  /** The comments on a text, for whomever they are: `draftPaper` lets only the counterpart's through. */
  commentsOn: (textId: TextId) => readonly MarginComment[],
) {
  const { store, records } = deps
  const { desktop, jobs, sample, pageFonts } = record
  const { mous, drafts, clauses } = records
  const exports = createFileExport(deps, record, 'draft.export')

  return {
    /** The log names the file before it leaves. */
    async export(asked: Asked, { client }: Caller): Exported {
      const { mouId, format } = asked
      texts.settle(false)
      const mou = mous.find(mouId)
      if (!mou) return notFound('mou')
      const composed = compose(mou, asked)
      if (!composed.ok) return composed
      const { paper, name } = composed.value
      if (format === 'docx') jobs.makeReady('draftDocx')
      return exports.run({
        ...{ client, operation: 'draft.export', about: name, detail: { mouId, format } },
        suggestedName: safeFileName(name, `.${format}`),
        make: (signal) => write(paper, format, signal),
      })
    },

    /** Stops the export that the window is waiting for; the file is not written then. */
    stop: (_: Input<'draft.stopExport'>, { client }: Caller): Result<null, Fault> => exports.stop(client),
  }

  function compose(
    mou: Mou,
    { texts: asked, view, lineNumbers, language }: Asked,
  ): Result<{ readonly paper: DraftPaper; readonly name: string }, Fault> {
    if (view.kind === 'seenBy' && !mou.parties.some(({ side }) => side === view.side))
      return invalid('view.side: otherSide')
    const chosen: Chosen[] = []
    for (const one of asked) {
      const found = find(mou, one)
      if (!found) return notFound(one.kind === 'draft' ? 'draft' : 'workingText')
      if (chosen.some((other) => other.language === found.language)) return invalid('texts: twice')
      chosen.push(found)
    }
    const draft = chosen.find((one) => one.draft)?.draft ?? null
    const numbers = chosen.flatMap((one) => (one.draft ? [one.draft.number] : []))
    const front = {
      title: inLanguage(mou.title, language),
      draftNumber: numbers.join(', '),
      kind: kindWords(draft, language),
      date: draft?.textDate ?? today(store),
      classification: mou.classification,
      sample,
    }
    const paper = draftPaper({
      texts: chosen.map((one) => ({ language: one.language, doc: one.doc })),
      links: clauses.links(mou.id).map(({ members }) => members),
      ...{ front, view, lineNumbers, language },
      comments: chosen.flatMap(({ textId }) => commentsOn(textId)),
      recordWords: Object.assign(
        {},
        ...chosen.map(({ doc }) => recordWordsIn(records, textSchema.nodeFromJSON(doc), language)),
      ),
    })
    const seen = view.kind === 'attributed' ? '' : `, ${viewWords(view, language)}`
    const languages = chosen.map((one) => one.language).join('-')
    return ok({
      paper,
      name: `${mou.shortTitle}, ${[front.kind, front.draftNumber].join(' ').trim()}, ${languages}${seen}`,
    })
  }

  function find(mou: Mou, one: Asked['texts'][number]): Chosen | null {
    if (one.kind === 'draft') {
      const draft = drafts.find(one.draftId)
      const doc = draft?.mouId === mou.id ? texts.docOf(draft.textId) : null
      return draft && doc ? { language: draft.language, textId: draft.textId, draft, doc } : null
    }
    const place = drafts.workingTexts(mou.id).find(({ language }) => language === one.language)
    const doc = place && texts.docOf(place.textId)
    return place && doc ? { language: place.language, textId: place.textId, draft: null, doc } : null
  }

  async function write(paper: DraftPaper, format: Asked['format'], signal: AbortSignal) {
    if (format === 'docx') return jobs.run('draftDocx', paper, { signal })
    const html = await jobs.run('draftHtml', { paper, fonts: pageFonts() }, { signal })
    if (!html.ok) return html
    const file = await printed(desktop, html.value, signal)
    return file.ok ? ok({ ...file.value, unplacedComments: 0 }) : file
  }
}
