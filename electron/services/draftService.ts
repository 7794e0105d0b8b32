import type { Input, Output } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import type { ImportedText } from '../../shared/api/draftContract.ts'
import type { Attachment } from '../../shared/attachment.ts'
import type { MergedDrafts } from '../../shared/compare/mergedDrafts.ts'
import type { FileId } from '../../shared/compare/comparedFile.ts'
import type { DocxComment, DocxView } from '../../shared/docxReading.ts'
import type { Fault } from '../../shared/fault.ts'
import { DraftId, type MouId, type TextId } from '../../shared/ids.ts'
import { type Draft, oddDate, sealedWords } from '../../shared/mou/draft.ts'
import type { Mou } from '../../shared/mou/mou.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { commentsFromFile } from '../../shared/text/commentsFromFile.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import type { LineChoice } from '../../shared/text/instrument/confirmLines.ts'
import { usualShape } from '../../shared/text/instrument/usualShape.ts'
import { wordCount } from '../../shared/text/instrument/wordCount.ts'
import { measureText } from '../../shared/text/textMeasures.ts'
import { parseText } from '../../shared/text/validText.ts'
import { emptyText, type TextDoc } from '../../shared/text/writtenText.ts'
import { Instant, type Language } from '../../shared/values.ts'
import { sha256Hex } from '../store/textChain.ts'
import { hashOfText } from '../store/textHash.ts'
import { createNewId } from '../store/uuid.ts'
import type { AttachmentKeeper } from './attachmentService.ts'
import type { CommentService } from './commentService.ts'
import type { HeldPapers } from './heldPapers.ts'
import type { OpenRecord } from './openRecord.ts'
import {
  invalid,
  notFound,
  reference,
  refusedFor,
  type ServiceDeps,
  today,
  type Writing,
} from './serviceDeps.ts'
import type { TextService } from './textService.ts'

/** A text that a window is bringing in. */
type Import = {
  readonly mouId: MouId
  readonly language: Language
  readonly doc: unknown
  readonly file: { readonly name: string; readonly bytes: Uint8Array; readonly sha256: string } | null
  /** What stands in the margin of the file, said of the text as it was read. */
  readonly margin: MarginOfFile | null
  readonly isPasted: boolean
}

type MarginOfFile = {
  readonly read: unknown
  readonly view: DocxView
  readonly comments: readonly DocxComment[]
}

/** So many of one window are held; the oldest go first. */
const importsAtMost = 4

/** The register of drafts: texts that were tabled, none of them ever changed; and the working texts. */
export function createDraftService(
  { store, records, ownSide }: ServiceDeps,
  { jobs }: OpenRecord,
  texts: TextService,
  papers: HeldPapers,
  attachments: AttachmentKeeper,
  comments: CommentService,
) {
  const { mous, drafts, agencies } = records
  const desks = new Map<string, Map<string, Import>>()
  const newImportId = createNewId(Date.now)

  return {
    read({ draftId }: Input<'draft.read'>): Result<Output<'draft.read'>, Fault> {
      const draft = drafts.find(draftId)
      const doc = draft && texts.docOf(draft.textId)
      if (!draft || !doc) return notFound('draft')
      return ok({ draft, doc, parents: parentsOf(draft.parents) ?? [] })
    },

    async recognise(
      { mouId, language, source }: Input<'draft.recognise'>,
      { client }: Caller,
    ): Promise<Result<ImportedText, Fault>> {
      const mou = mous.find(mouId)
      if (!mou) return notFound('mou')
      const read = source.kind === 'file' ? readFile(client, source.file) : readPaste(source.doc)
      if (!read.ok) return read
      const importId = newImportId()
      return recognised(client, importId, { ...read.value, mouId, language }, null)
    },

    async correct(
      { importId, choices }: Input<'draft.correct'>,
      { client }: Caller,
    ): Promise<Result<ImportedText, Fault>> {
      const one = desks.get(client)?.get(importId)
      if (!one) return notFound('file')
      const said = choices.map(({ blockId, ...choice }) => [blockId, choice as LineChoice] as const)
      return recognised(client, importId, one, said)
    },

    async register(
      { mouId, language, source, facts, parents: parentIds }: Input<'draft.register'>,
      { client }: Caller,
    ): Promise<Writing<Draft>> {
      const mou = mous.find(mouId)
      if (!mou) return notFound('mou')
      const parents = parentsOf(parentIds)
      if (!parents) return notFound('draft')
      if (parents.some((parent) => parent.mouId !== mouId)) return invalid('parents: otherMou')
      if (!isOfTable(mou, facts.tabledBy)) return invalid('facts.tabledBy: otherSide')
      const odd = oddDate(facts, parents, today(store))
      if (odd && facts.dateReason.trim() === '') return fail({ kind: 'ReasonNeeded', why: odd })

      const found =
        source.kind === 'import' ? importOf(client, source.importId) : workingText(mouId, language)
      if (!found.ok) return found
      const { doc, file, margin } = found.value
      if (source.kind === 'import' && !source.again && file) {
        const there = drafts.ofFile(file.sha256, mouId)[0]
        if (there) return fail({ kind: 'FileRegistered', draftId: there.id, number: there.number })
      }
      const id = DraftId.parse(store.newId())
      const held = file ? await attachments.hold({ kind: 'draft', id }, [file]) : ok([])
      if (!held.ok) return held
      if (!mous.find(mouId)) return notFound('mou') // meanwhile
      const about = `${mou.shortTitle}: ${facts.textDate}`
      const written = store.change({ operation: 'draft.register', about }, () => {
        const [kept = null] = held.value
        if (kept) records.attachments.put(kept)
        const draft = drafted({ id, mou, language, doc, facts, parents, kept })
        drafts.add(draft)
        if (margin) addMargin(draft, doc, margin, mou)
        if (source.kind === 'workingText') {
          const place = drafts.workingTexts(mouId).find((one) => one.language === language)
          if (place) drafts.putWorkingText({ ...place, basedOn: id })
        }
        return ok(draft)
      })
      if (written.ok && source.kind === 'import') desks.get(client)?.delete(source.importId)
      return written
    },

    change({ draftId, facts }: Input<'draft.change'>): Writing<Draft> {
      const former = drafts.find(draftId)
      const mou = former && mous.find(former.mouId)
      if (!former || !mou) return notFound('draft')
      if (!isOfTable(mou, facts.tabledBy)) return invalid('facts.tabledBy: otherSide')
      const odd = oddDate(facts, parentsOf(former.parents) ?? [], today(store))
      if (odd && facts.dateReason.trim() === '') return fail({ kind: 'ReasonNeeded', why: odd })
      const draft: Draft = { ...former, ...facts }
      return store.change({ operation: 'draft.change', about: nameOf(draft) }, () => {
        drafts.change(draft)
        return ok(draft)
      })
    },

    remove({ draftId }: Input<'draft.remove'>): Writing<null> {
      const draft = drafts.find(draftId)
      if (!draft) return notFound('draft')
      const refused = refusedFor([
        ...drafts.answers(draftId).map((one) => reference('draft', nameOf(one), one.textDate)),
        ...drafts.basedOn(draftId).map(({ language }) => reference('workingText', language)),
      ])
      if (refused) return refused
      return store.change({ operation: 'draft.remove', about: nameOf(draft) }, () => {
        records.attachments.removeOf({ kind: 'draft', id: draftId })
        drafts.remove(draftId)
        return ok(null)
      })
    },

    readWorkingText({
      mouId,
      language,
    }: Input<'workingText.read'>): Result<Output<'workingText.read'>, Fault> {
      const place = drafts.workingTexts(mouId).find((one) => one.language === language)
      const doc = place && texts.docOf(place.textId)
      return doc ? ok({ doc }) : notFound('workingText')
    },

    async merge({ mouId, ...asked }: Input<'draft.merge'>): Promise<Result<MergedDrafts, Fault>> {
      const merged = await mergedOf(mouId, asked)
      if (!merged.ok) return merged
      const { brackets, leftAside } = merged.value
      return ok({ brackets, leftAside })
    },

    async begin(
      { mouId, language, from }: Input<'workingText.begin'>,
      { client }: Caller,
    ): Promise<Writing<{ readonly textId: TextId }>> {
      const merged = from.kind === 'merge' ? await mergedOf(mouId, from) : null
      if (merged && !merged.ok) return merged
      const mou = mous.find(mouId)
      if (!mou) return notFound('mou')
      const draft = from.kind === 'draft' ? drafts.find(from.draftId) : (merged?.value.newest ?? null)
      if (from.kind === 'draft' && draft?.mouId !== mouId) return notFound('draft')
      if (draft && draft.language !== language) return invalid('language: otherLanguage')
      const doc =
        merged?.value.doc ?? (draft && texts.read(draft.textId)?.doc) ?? firstText(mou, language, from.kind)
      const there = drafts.workingTexts(mouId).find((one) => one.language === language)
      const about = `${mou.shortTitle} (${language})`
      if (there && !draft) return fail({ kind: 'AlreadyThere', what: 'workingText' })
      if (there && texts.isHeldElsewhere(there.textId, client)) return fail({ kind: 'TextHeldElsewhere' })
      if (there) texts.settleText(there.textId)
      return store.change({ operation: 'workingText.begin', about, ...(there && { stays: true }) }, () => {
        const textId = there?.textId ?? texts.create(language, doc)
        if (there && draft)
          texts.replace(textId, doc, replacedBy[language](merged?.value.numbers ?? String(draft.number)))
        drafts.putWorkingText({ mouId, language, textId, basedOn: draft?.id ?? null })
        return ok({ textId })
      })
    },

    clientGone: (client: string): void => void desks.delete(client),
    /** The record is about to be locked: nothing that was being brought in stays. */
    forgetAll: (): void => desks.clear(),
  }

  function readFile(
    client: string,
    { fileId, view }: { readonly fileId: FileId; readonly view: 'asItWas' | 'asProposed' },
  ): Result<Pick<Import, 'doc' | 'file' | 'margin' | 'isPasted'>, Fault> {
    const paper = papers.find(client, fileId)
    if (!paper) return notFound('file')
    const { name, sha256 } = paper.file
    const read = paper.texts[view]
    const margin = paper.comments.length > 0 ? { read, view, comments: paper.comments } : null
    return ok({ doc: read, file: { name, sha256, bytes: paper.bytes }, margin, isPasted: false })
  }

  function readPaste(json: unknown): Result<Pick<Import, 'doc' | 'file' | 'margin' | 'isPasted'>, Fault> {
    const parsed = parseText(json)
    if (!parsed.ok) return fail({ kind: 'InvalidText', problems: parsed.fault.map(({ kind }) => kind) })
    return ok({ doc: json, file: null, margin: null, isPasted: true })
  }

  async function recognised(
    client: string,
    importId: string,
    one: Import,
    choices: readonly (readonly [string, LineChoice])[] | null,
  ): Promise<Result<ImportedText, Fault>> {
    const done = await jobs.run('recogniseText', {
      ...{ doc: one.doc, language: one.language, isPasted: one.isPasted, choices },
    })
    if (!done.ok) return done
    const { doc, ...lines } = done.value
    const desk = desks.get(client) ?? new Map<string, Import>()
    desks.set(client, desk)
    desk.set(importId, { ...one, doc })
    for (const oldest of desk.keys()) if (desk.size > importsAtMost) desk.delete(oldest)
    return ok({ importId, ...lines, registered: one.file ? drafts.ofFile(one.file.sha256, one.mouId) : [] })
  }

  function importOf(
    client: string,
    importId: string,
  ): Result<Pick<Import, 'file' | 'margin'> & { doc: TextDoc }, Fault> {
    const one = desks.get(client)?.get(importId)
    if (!one) return notFound('file')
    return ok({ doc: textSchema.nodeFromJSON(one.doc), file: one.file, margin: one.margin })
  }

  function workingText(
    mouId: MouId,
    language: Language,
  ): Result<Pick<Import, 'file' | 'margin'> & { doc: TextDoc }, Fault> {
    const place = drafts.workingTexts(mouId).find((one) => one.language === language)
    if (place) texts.settleText(place.textId)
    const text = place && texts.read(place.textId)
    return text ? ok({ doc: text.doc, file: null, margin: null }) : notFound('workingText')
  }

  /** Two drafts of the instrument in one text. */
  async function mergedOf(
    mouId: MouId,
    asked: Pick<Input<'draft.merge'>, 'base' | 'ours' | 'theirs'>,
  ): Promise<
    Result<MergedDrafts & { readonly doc: TextDoc; readonly newest: Draft; readonly numbers: string }, Fault>
  > {
    const [ours, theirs] = [drafts.find(asked.ours), drafts.find(asked.theirs)]
    const base = asked.base && drafts.find(asked.base)
    if (!ours || !theirs || (asked.base && !base)) return notFound('draft')
    const all = [ours, theirs, ...(base ? [base] : [])]
    if (all.some((draft) => draft.mouId !== mouId)) return notFound('draft')
    const other = all.find((draft) => draft.language !== ours.language)
    if (other) return fail({ kind: 'DifferentLanguages', base: ours.language, target: other.language })
    if (ours.tabledBy === theirs.tabledBy || [ours, theirs].some(({ tabledBy }) => tabledBy === 'both'))
      return invalid('theirs: sameSide')
    const docOf = ({ textId }: Draft): unknown => texts.docOf(textId)
    const merged = await jobs.run('mergeDrafts', {
      base: base ? docOf(base) : null,
      ours: { side: ours.tabledBy, doc: docOf(ours) },
      theirs: { side: theirs.tabledBy, doc: docOf(theirs) },
      language: ours.language === 'id' ? 'id' : 'en',
    })
    if (!merged.ok) return merged
    const numbers = [ours.number, theirs.number].toSorted((one, other) => one - other).join(' + ')
    const newest = ours.number > theirs.number ? ours : theirs
    return ok({ ...merged.value, doc: textSchema.nodeFromJSON(merged.value.doc), newest, numbers })
  }

  /** Null where one of them is not there. */
  function parentsOf(ids: readonly DraftId[]): readonly Draft[] | null {
    const found = [...new Set(ids)].map((id) => drafts.find(id))
    return found.every((draft) => draft !== null) ? found : null
  }

  /** A draft in its final form, with its text in the record: within a change. */
  function drafted(made: {
    readonly id: DraftId
    readonly mou: Mou
    readonly language: Language
    readonly doc: TextDoc
    readonly facts: Input<'draft.register'>['facts']
    readonly parents: readonly Draft[]
    readonly kept: Attachment | null
  }): Draft {
    const { id, mou, language, doc, facts, parents, kept } = made
    const sealed = {
      mouId: mou.id,
      number: drafts.giveNumber(mou.id),
      language,
      textHash: hashOfText(doc.toJSON()),
      file: kept && { id: kept.id, name: kept.name, sha256: kept.sha256 },
    }
    const seals = parents.map(({ seal }) => seal)
    return {
      ...{ id, ...sealed, ...facts },
      parents: parents.map((parent) => parent.id),
      textId: texts.create(language, doc),
      seal: sha256Hex(sealedWords(sealed, seals)),
      openBrackets: measureText(doc).openBrackets,
      words: wordCount(doc, language),
      registeredAt: Instant.parse(store.now()),
      registeredBy: store.officer.name,
    }
  }

  /** Comments of a file are the counterpart's, or of whichever side tabled it. */
  function addMargin(
    { textId, tabledBy }: Draft,
    doc: TextDoc,
    margin: MarginOfFile,
    { parties }: Mou,
  ): void {
    const read = textSchema.nodeFromJSON(margin.read)
    const other = parties.find(({ side }) => side !== ownSide)?.side ?? ownSide
    const side = tabledBy === 'chair' || tabledBy === 'both' ? other : tabledBy
    comments.addFromFile(textId, commentsFromFile(doc, { ...margin, read }), side)
  }

  /** The usual shape with what the record knows, its own side first; or nothing. */
  function firstText(mou: Mou, language: Language, kind: string): TextDoc {
    if (kind !== 'template') return emptyText(language, store.newId())
    const { type, title, parties, languages, prevailing } = mou
    const [own, other] = parties.map(({ side, agencyId }) => ({
      side,
      agency: (agencyId && agencies.find(agencyId)?.name) || null,
    }))
    if (!own || !other) throw new Error('An instrument has two parties')
    const facts = { type, title, parties: [own, other] as const, languages, prevailing }
    return usualShape(facts, language, () => store.newId())
  }

  function nameOf({ mouId, number }: Draft): string {
    return `${mous.find(mouId)?.shortTitle ?? ''} ${number}`
  }
}
export type DraftService = ReturnType<typeof createDraftService>

function isOfTable({ parties }: Mou, tabledBy: Draft['tabledBy']): boolean {
  return tabledBy === 'chair' || tabledBy === 'both' || parties.some(({ side }) => side === tabledBy)
}

/** The name of the version that keeps a working text when a draft takes its place. */
const replacedBy: Readonly<Record<Language, (numbers: string) => string>> = {
  en: (numbers) => `Before draft ${numbers} took its place`,
  id: (numbers) => `Sebelum diganti draf ${numbers}`,
  km: (numbers) => `មុនពេលជំនួសដោយសេចក្តីព្រាង ${numbers}`,
}
