import type { FileView } from '../../shared/compare/comparedFile.ts'
import type {
  ComparedText,
  MinutesFacts,
  RecordText,
  RecordTextFacts,
} from '../../shared/compare/comparedText.ts'
import { stateOfMinutes } from '../../shared/compare/minutesVersions.ts'
import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { wordCount } from '../../shared/text/instrument/wordCount.ts'
import { measureText } from '../../shared/text/textMeasures.ts'
import { type ComposedLanguage, inLanguage } from '../../shared/values.ts'
import { hashOfText } from '../store/textHash.ts'
import type { HeldPapers } from './heldPapers.ts'
import type { MeetingService } from './meetingService.ts'
import type { MinutesTexts } from './minutesTexts.ts'
import type { OpenRecord, PaperText } from './openRecord.ts'
import { notFound, type ServiceDeps } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

/** A text that is compared, with what it is called in a file that leaves. */
export type FoundText = PaperText & {
  readonly name: (language: ComposedLanguage) => string
  /** Which text of a file with tracked changes is meant; null of all others. */
  readonly view: FileView | null
}

/** A Word file before its tracked changes and with them. */
export type TrackedFile = { readonly asItWas: PaperText; readonly asProposed: PaperText }

/** Finds the texts that are compared, wherever they are: files that lie on the desk of a window, or in the record. */
export function createComparedTexts(
  { records }: ServiceDeps,
  { files, jobs }: OpenRecord,
  texts: TextService,
  held: HeldPapers,
  {
    meetings,
    minutesTexts,
  }: { readonly meetings: Pick<MeetingService, 'dossierOf'>; readonly minutesTexts: MinutesTexts },
) {
  const { drafts, mous, attachments } = records

  function ofRecord(text: RecordText): Result<RecordTextFacts & { readonly doc: unknown }, Fault> {
    if (text.kind === 'minutes') return ofMinutes(text)
    const draft = text.kind === 'draft' ? drafts.find(text.draftId) : null
    if (text.kind === 'draft' && !draft) return notFound('draft')
    const place =
      text.kind === 'workingText'
        ? drafts.workingTexts(text.mouId).find(({ language }) => language === text.language)
        : null
    const textId = draft?.textId ?? place?.textId
    const mouId = draft?.mouId ?? place?.mouId
    const mou = mouId && mous.find(mouId)
    const language = draft?.language ?? place?.language
    const doc = textId && texts.docOf(textId)
    if (!doc || !mou || !language) return notFound('workingText')
    const node = textSchema.nodeFromJSON(doc)
    return ok({
      ...{ text, mouId: mou.id, shortTitle: mou.shortTitle, language, draft, textId, doc },
      minutes: null,
      sha256: draft?.textHash ?? hashOfText(doc),
      words: draft?.words ?? wordCount(node, language),
      openBrackets: draft?.openBrackets ?? measureText(node).openBrackets,
    })
  }

  /** Minutes as they stand, or in words that were kept. */
  function ofMinutes(
    text: Extract<RecordText, { readonly kind: 'minutes' }>,
  ): Result<RecordTextFacts & { readonly doc: unknown }, Fault> {
    const { meetingId, language, hash } = text
    const dossier = meetings.dossierOf(meetingId)
    if (!dossier) return notFound('meeting')
    const doc =
      hash === null
        ? (minutesTexts.asTheyStand(dossier).texts.get(language) ?? null)
        : minutesTexts.kept(meetingId, hash, language)
    if (doc === null) return notFound('minutesVersion')
    const node = textSchema.nodeFromJSON(doc)
    const { meeting, series } = dossier
    const { number, title } = meeting
    return ok({
      ...{ text, language, doc, mouId: null, shortTitle: '', draft: null, textId: null },
      minutes: {
        ...{ number, title, seriesName: series.name, shortName: series.shortName },
        state: stateOfMinutes(dossier.minutes, hash),
      },
      sha256: hashOfText(doc),
      words: wordCount(node, language),
      openBrackets: 0,
    })
  }

  return {
    facts(text: RecordText): Result<RecordTextFacts, Fault> {
      const found = ofRecord(text)
      if (!found.ok) return found
      const { doc: _, ...facts } = found.value
      return ok(facts)
    },

    find(client: string, side: ComparedText): Result<FoundText, Fault> {
      if ('fileId' in side) {
        const paper = held.find(client, side.fileId)
        if (!paper) return notFound('file')
        const { sha256 } = paper.file.found[side.view]
        const { name, revisions } = paper.file
        return ok({
          ...{ doc: paper.texts[side.view], sha256, view: revisions > 0 ? side.view : null },
          name: () => withoutExtension(name),
        })
      }
      const found = ofRecord(side)
      if (!found.ok) return found
      const { doc, sha256, shortTitle, draft, minutes } = found.value
      return ok({
        ...{ doc, sha256, view: null },
        name: (language) =>
          minutes
            ? `${inLanguage(minutes.shortName, language)} ${minutes.number}, ${minutesWords[language]}${stateWords(minutes.state, language)}`
            : draft
              ? `${shortTitle}, ${draftWord[language]} ${draft.number} (${draft.tabledBy})`
              : `${shortTitle}, ${workingTextWords[language]}`,
      })
    },

    /** The Word file that a text came in, where somebody tracked changes in it; null where nobody did. */
    async tracked(client: string, side: ComparedText): Promise<Result<TrackedFile | null, Fault>> {
      if ('fileId' in side) {
        const paper = held.find(client, side.fileId)
        if (!paper) return notFound('file')
        if (paper.file.revisions === 0 || side.view !== 'asProposed') return ok(null)
        return ok(trackedOf(paper.texts, paper.file.found))
      }
      const draft = side.kind === 'draft' ? drafts.find(side.draftId) : null
      const kept = draft?.file && attachments.find(draft.file.id)
      if (!kept || !/\.docx$/i.test(kept.name)) return ok(null)
      const taken = await files.take({ sha256: kept.sha256, bytes: kept.bytes })
      if (!taken.ok) return taken
      const read = await jobs.run('readPaper', { name: kept.name, bytes: taken.value })
      if (!read.ok) return read
      return ok(read.value.file.revisions === 0 ? null : trackedOf(read.value.texts, read.value.file.found))
    },
  }
}
export type ComparedTexts = ReturnType<typeof createComparedTexts>

function trackedOf(
  texts: { readonly asItWas: unknown; readonly asProposed: unknown },
  found: {
    readonly asItWas: { readonly sha256: string }
    readonly asProposed: { readonly sha256: string }
  },
): TrackedFile {
  return {
    asItWas: { doc: texts.asItWas, sha256: found.asItWas.sha256 },
    asProposed: { doc: texts.asProposed, sha256: found.asProposed.sha256 },
  }
}

const draftWord: Readonly<Record<ComposedLanguage, string>> = { en: 'draft', id: 'draf' }
const workingTextWords: Readonly<Record<ComposedLanguage, string>> = {
  en: 'working text',
  id: 'naskah kerja',
}

const minutesWords: Readonly<Record<ComposedLanguage, string>> = { en: 'minutes', id: 'risalah' }

/** In the name of a file. */
function stateWords(state: MinutesFacts['state'], language: ComposedLanguage): string {
  if (state.kind === 'version') return `, ${language === 'en' ? 'version' : 'versi'} ${state.version}`
  return state.kind === 'circulated' ? `, ${state.on}` : ''
}

function withoutExtension(name: string): string {
  return name.replace(/\.(?:docx|txt|text|md)$/i, '')
}
