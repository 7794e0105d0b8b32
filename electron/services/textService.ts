import type { Caller } from '../../shared/api/dispatch.ts'
import type { Input, Output } from '../../shared/api/contract.ts'
import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import { NamedVersionId, TextId } from '../../shared/ids.ts'
import type { NamedVersion, OpenedText, SavedText } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { canonicalText } from '../../shared/text/canonicalText.ts'
import type { TextProblem } from '../../shared/text/problems.ts'
import { applySteps } from '../../shared/text/steps.ts'
import { measureText, type TextMeasures } from '../../shared/text/textMeasures.ts'
import { parseText } from '../../shared/text/validText.ts'
import { schemaVersion, upgradeText } from '../../shared/text/version.ts'
import { stepsToRewrite, type TextDoc } from '../../shared/text/writtenText.ts'
import type { Language } from '../../shared/values.ts'
import { hex, sha256Hex } from '../store/textChain.ts'
import type { SavedSteps, TextPlace } from '../store/textRepository.ts'
import { burstsOf } from './textBursts.ts'
import { called, invalid, notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'

/** A text as it stands, kept while it is in use so that a save reads nothing. */
type Standing = {
  readonly doc: TextDoc
  readonly revision: number
  readonly chain: Uint8Array
  readonly savedAt: string | null
  readonly measures: TextMeasures
  /** Saves that a rebuild has to go through. */
  readonly sinceSnapshot: number
  /** A draft: it is never changed. */
  readonly isFixed: boolean
}

/** A stretch of editing without a pause of a minute; the audit log has its beginning and its end. */
type Burst = {
  /** The text before it. */
  readonly before: TextDoc
  readonly revision: number
  lastSavedAt: string
  /** The fullest state since the burst began, or since a state was last kept. */
  fullest: { readonly characters: number; readonly revision: number; readonly doc: TextDoc }
}

/** What is written with a save, and the act that both are in the log. */
export type Along = { readonly operation: string; readonly about: string; readonly write: () => void }

/** The parsed texts kept in memory; the rest is rebuilt from the store when it is asked for. */
const keptTexts = 64
const snapshotAfter = 200
const pauseMs = 60_000
/** Saves that one page of the history is made of. */
const savesOfPage = 2_000
const MOST = Number.MAX_SAFE_INTEGER
/** Texts shorter than this are not kept when they are emptied: undo has them, and a version would be noise. */
const worthKeeping = 20

/**
 * Texts: opened by one window at a time for editing, saved as steps on top of a revision, never merged.
 *
 * A save is one row in one transaction, whatever the length of the text. A snapshot is added when a burst of editing
 * ends after many saves and at every named version.
 */
export function createTextService(
  { store, records }: Pick<ServiceDeps, 'store' | 'records'>,
  emit: (event: AppEvent, client: string | null) => void,
) {
  const { texts } = records
  const standing = new Map<TextId, Standing>() // the least recently used first
  const holders = new Map<TextId, string>()
  const bursts = new Map<TextId, Burst>()
  const atSnapshot: ((textId: TextId) => void)[] = []

  /** Bursts that a crash cut off, each by the revision before it. */
  const cutOff = new Map<TextId, number>()
  for (const { textId, revision } of texts.bursts()) cutOff.set(textId, revision)
  for (const textId of [...cutOff.keys()]) endCutOff(textId)

  return {
    open({ textId }: Input<'text.open'>, { client }: Caller): Result<OpenedText, Fault> {
      const place = texts.place(textId)
      const text = place && stand(textId)
      if (!text) return notFound('text')
      const holder = holders.get(textId)
      const isLocked = text.isFixed || texts.isSealed(textId)
      if (holder === undefined && !isLocked) holders.set(textId, client)
      return ok({
        textId,
        language: place.language,
        revision: text.revision,
        doc: text.doc.toJSON() as unknown,
        editable: !isLocked && (holder === undefined || holder === client),
        savedAt: text.savedAt,
      })
    },

    close({ textId }: Input<'text.close'>, { client }: Caller): Result<null, Fault> {
      if (holders.get(textId) === client) release(textId)
      return ok(null)
    },

    /** A window has gone. */
    releaseClient(client: string): void {
      for (const [textId, holder] of [...holders]) if (holder === client) release(textId)
    },

    /** Ends bursts of editing: all, or only those in which nothing was saved for a minute. */
    settle(idleOnly: boolean): void {
      for (const textId of [...cutOff.keys()]) endCutOff(textId)
      const now = Date.parse(store.now())
      for (const [textId, burst] of [...bursts]) {
        if (!idleOnly || Math.abs(now - Date.parse(burst.lastSavedAt)) >= pauseMs) endBurst(textId, burst)
      }
    },

    /**
     * Saves steps on top of `revision`. A text that nobody holds may be saved by whoever builds on its newest
     * revision, as a window does that let go of it a moment before. What goes along is written with them, or neither.
     */
    save(
      { textId, revision, steps }: Input<'text.save'>,
      { client }: Caller,
      along: Along | null = null,
    ): Result<SavedText, Fault> {
      const before = stand(textId)
      if (!before) return notFound('text')
      if (before.isFixed) return fail({ kind: 'DraftFixed' })
      const holder = holders.get(textId)
      if (holder !== undefined && holder !== client) return fail({ kind: 'TextHeldElsewhere' })
      if (revision !== before.revision) return fail({ kind: 'StaleText', revision: before.revision })
      const applied = applySteps(before.doc, steps)
      if (!applied.ok) return fail(refusal(applied.fault))
      const ended = endCutOff(textId)
      if (!ended.ok) return ended

      const saved = { revision: revision + 1, steps: JSON.stringify(steps), savedAt: store.now() }
      const measures = measureText(applied.value)
      const burst = bursts.get(textId)
      const fullest = burst?.fullest ?? {
        characters: before.measures.characters,
        revision: before.revision,
        doc: before.doc,
      }
      const shrunk = fullest.characters >= worthKeeping && measures.characters * 10 < fullest.characters
      const compacts = before.sinceSnapshot + 1 >= snapshotAfter * 5

      const work = (): Result<{ chain: Uint8Array; kept: NamedVersionId | null }, Fault> => {
        const chain = texts.addSteps(textId, before.chain, { ...saved, officer: store.officer.id })
        if (!sameRefs(before.measures, measures)) texts.setRefs(textId, measures.refs)
        if (before.measures.openBrackets !== measures.openBrackets)
          texts.setOpenBrackets(textId, measures.openBrackets)
        if (compacts) addSnapshot(textId, saved.revision, applied.value)
        along?.write()
        if (!shrunk) return ok({ chain, kept: null })
        const language = texts.place(textId)?.language ?? 'id'
        return ok({ chain, kept: name(textId, fullest, keptName[language], saved.savedAt).id })
      }
      const written = writeSave(textId, revision, work, along)
      if (!written.ok) return written

      const { chain, kept } = written.value
      keep(textId, {
        doc: applied.value,
        revision: saved.revision,
        chain,
        savedAt: saved.savedAt,
        measures,
        sinceSnapshot: compacts ? 0 : before.sinceSnapshot + 1,
        isFixed: false,
      })
      const now = { characters: measures.characters, revision: saved.revision, doc: applied.value }
      bursts.set(textId, {
        before: burst ? burst.before : before.doc,
        revision: burst ? burst.revision : revision,
        lastSavedAt: saved.savedAt,
        fullest: shrunk || now.characters >= fullest.characters ? now : fullest,
      })
      emit({ kind: 'textSaved', textId, revision: saved.revision }, null)
      return ok({ revision: saved.revision, savedAt: saved.savedAt, kept })
    },

    nameVersion({ textId, name: given }: Input<'text.nameVersion'>): Writing<NamedVersion> {
      const text = texts.place(textId) && stand(textId)
      if (!text) return notFound('text')
      return store.change({ operation: 'text.nameVersion', about: given }, () =>
        ok(name(textId, text, given, store.now())),
      )
    },

    versions: ({ textId }: Input<'text.versions'>): Result<Output<'text.versions'>, Fault> =>
      texts.head(textId) ? ok(texts.versions(textId)) : notFound('text'),

    version({ versionId }: Input<'text.version'>): Result<Output<'text.version'>, Fault> {
      const version = texts.version(versionId)
      if (!version) return notFound('namedVersion')
      const doc = rebuild(version.textId, version.revision).doc.toJSON() as unknown
      return ok({ version, doc })
    },

    /** The cursor is the revision of the last row of the page before. */
    revisions({ textId, after }: Input<'text.revisions'>): Result<Output<'text.revisions'>, Fault> {
      if (after !== null && !/^[1-9]\d{0,14}$/.test(after)) return invalid('after: invalid_format')
      if (!texts.head(textId)) return notFound('text')
      return ok(
        burstsOf(texts.saves(textId, after === null ? MOST : Number(after), savesOfPage), savesOfPage),
      )
    },

    at({ textId, revision }: Input<'text.at'>): Result<Output<'text.at'>, Fault> {
      const head = texts.head(textId)
      if (!head) return notFound('text')
      if (revision > head.revision) return notFound('namedVersion')
      return ok({ doc: rebuild(textId, revision).doc.toJSON() as unknown })
    },

    /** A new text, within a change. */
    create(language: Language, doc: TextDoc): TextId {
      const textId = TextId.parse(store.newId())
      texts.create(textId, language, schemaVersion, JSON.stringify(doc.toJSON()))
      const { refs, openBrackets } = measureText(doc)
      if (refs.length > 0) texts.setRefs(textId, refs)
      texts.setOpenBrackets(textId, openBrackets)
      return textId
    },

    languageOf: (textId: TextId): Language | null => texts.place(textId)?.language ?? null,
    /** Whether another window has the text open for editing. */
    isHeldElsewhere: (textId: TextId, client: string): boolean => (holders.get(textId) ?? client) !== client,

    /** Ends the burst of editing in one text, so that what comes next is an act of its own. */
    settleText(textId: TextId): void {
      const burst = bursts.get(textId)
      if (burst) endBurst(textId, burst)
    },

    /**
     * Puts another text in the place of what stands, within a change, and keeps that as a named version. Texts are not
     * taken back with acts; the version is the way back. Burst of editing must have ended (`settleText`).
     */
    replace(textId: TextId, doc: TextDoc, keptAs: string): void {
      const before = stand(textId)
      if (!before) throw new Error(`There is no text ${textId}`)
      const revision = before.revision + 1
      const savedAt = store.now()
      name(textId, before, keptAs, savedAt)
      const saved = {
        ...{ revision, savedAt, officer: store.officer.id },
        steps: JSON.stringify(stepsToRewrite(before.doc, doc)),
      }
      texts.addSteps(textId, before.chain, saved)
      const measures = measureText(doc)
      texts.setRefs(textId, measures.refs)
      texts.setOpenBrackets(textId, measures.openBrackets)
      addSnapshot(textId, revision, doc)
      standing.delete(textId) // read anew once the change is committed
    },

    /** The text as it was at a revision. */
    docAt: (textId: TextId, revision: number): TextDoc => {
      const text = stand(textId)
      return text?.revision === revision ? text.doc : rebuild(textId, revision).doc
    },
    /** What was saved after a revision, up to another, in order. */
    savedBetween: (textId: TextId, after: number, upTo: number): readonly SavedSteps[] =>
      upTo > after ? texts.steps(textId, after, upTo) : [],
    /** Has something more written when a burst of editing ends with a snapshot, within that change. */
    whenSnapshot: (also: (textId: TextId) => void): void => void atSnapshot.push(also),

    /** The text as it stands, as JSON of the schema; null where there is none. */
    docOf: (textId: TextId): unknown => stand(textId)?.doc.toJSON() ?? null,
    /** The text as it stands; null where there is none. */
    read: (
      textId: TextId,
    ): { readonly doc: TextDoc; readonly revision: number; readonly savedAt: string | null } | null =>
      stand(textId),
  }

  function stand(textId: TextId): Standing | null {
    const known = standing.get(textId)
    if (known) {
      standing.delete(textId)
      standing.set(textId, known)
      return known
    }
    const head = texts.head(textId)
    if (!head) return null
    const { doc, replayed } = rebuild(textId, head.revision)
    const isFixed = texts.place(textId)?.kind === 'draft'
    return keep(textId, { ...head, doc, measures: measureText(doc), sinceSnapshot: replayed, isFixed })
  }

  function keep(textId: TextId, text: Standing): Standing {
    standing.delete(textId)
    standing.set(textId, text)
    const oldest = standing.size > keptTexts ? standing.keys().next().value : undefined
    if (oldest !== undefined) standing.delete(oldest)
    return text
  }

  /** The text at a revision, from the snapshot before it and the steps between. Throws where they do not fit. */
  function rebuild(textId: TextId, revision: number): { readonly doc: TextDoc; readonly replayed: number } {
    const snapshot = texts.snapshot(textId, revision)
    if (!snapshot) throw new Error(`Text ${textId} has no snapshot up to ${revision}`)
    const upgraded = upgradeText(snapshot.doc, snapshot.schema)
    const parsed = upgraded.ok ? parseText(upgraded.value) : fail([upgraded.fault])
    if (!parsed.ok)
      throw new Error(`The snapshot of text ${textId} does not hold: ${described(parsed.fault)}`)
    const saves = texts.steps(textId, snapshot.revision, revision)
    const doc = saves.reduce<TextDoc>((text, save) => {
      const applied = applySteps(text, save.steps)
      if (applied.ok) return applied.value
      throw new Error(`Text ${textId} cannot be rebuilt at ${save.revision}: ${described(applied.fault)}`)
    }, parsed.value)
    return { doc, replayed: saves.length }
  }

  function addSnapshot(textId: TextId, revision: number, doc: TextDoc): void {
    texts.addSnapshot(textId, revision, schemaVersion, JSON.stringify(doc.toJSON()))
  }

  function name(
    textId: TextId,
    state: { readonly revision: number; readonly doc: TextDoc },
    given: string,
    savedAt: string,
  ): NamedVersion {
    addSnapshot(textId, state.revision, state.doc)
    const version: NamedVersion = {
      id: NamedVersionId.parse(store.newId()),
      textId,
      revision: state.revision,
      name: given,
      savedAt,
      officer: store.officer.name,
    }
    texts.addVersion(version)
    return version
  }

  function release(textId: TextId): void {
    holders.delete(textId)
    const burst = bursts.get(textId)
    if (burst) endBurst(textId, burst)
    emit({ kind: 'textReleased', textId }, null)
  }

  /** The first save of a burst has an entry in the log, and each with which something goes along. */
  function writeSave<T>(
    textId: TextId,
    revision: number,
    work: () => Result<T, Fault>,
    along: Along | null,
  ): Result<T, Fault> {
    const isFirst = !bursts.has(textId)
    if (!isFirst && !along) return store.saveUnlogged(work)
    const act = along ?? { operation: 'text.save', about: nameOf(texts.place(textId)) }
    const { operation, about } = act
    const written = store.change({ operation, about, detail: { textId, revision }, stays: true }, () => {
      if (isFirst) texts.beginBurst(textId, revision)
      return work()
    })
    return written.ok ? ok(written.value.value) : written
  }

  /** Where the log cannot be written to, the burst stays open for the next time. */
  function endBurst(textId: TextId, { before, revision }: Burst): void {
    const after = stand(textId)
    if (!after) return
    const compacts = after.sinceSnapshot >= snapshotAfter
    const ended = logEnd(
      textId,
      revision,
      { textBefore: sha256Hex(canonicalText(before)), textAfter: sha256Hex(canonicalText(after.doc)) },
      () => {
        if (!compacts) return
        addSnapshot(textId, after.revision, after.doc)
        for (const also of atSnapshot) also(textId)
      },
    )
    if (!ended.ok) return
    bursts.delete(textId)
    if (compacts) keep(textId, { ...after, sinceSnapshot: 0 })
  }

  /** Says in the log what came of a burst that a crash cut off; while the log cannot be written, it waits. */
  function endCutOff(textId: TextId): Result<null, Fault> {
    const revision = cutOff.get(textId)
    if (revision === undefined) return ok(null)
    const ended = logEnd(textId, revision, {})
    if (ended.ok) cutOff.delete(textId)
    return ended
  }

  /** The entry at the end of a burst: the links of the chain before and after it seal every step between. */
  function logEnd(
    textId: TextId,
    revision: number,
    hashes: Readonly<Record<string, string>>,
    also: () => void = () => {},
  ): Result<null, Fault> {
    const head = texts.head(textId)
    const before = texts.chainAt(textId, revision)
    if (!head || !before) throw new Error(`The burst of editing in text ${textId} has no beginning`)
    const chains = { chainBefore: hex(before), chainAfter: hex(head.chain) }
    const detail = { textId, from: revision, to: head.revision, ...chains, ...hashes }
    const act = { operation: 'text.close', about: nameOf(texts.place(textId)), detail }
    const ended = store.change(act, () => {
      texts.endBurst(textId)
      also()
      return ok(null)
    })
    return ended.ok ? ok(null) : ended
  }
}
export type TextService = ReturnType<typeof createTextService>

/** The name of a version that was kept because nearly everything was deleted at once. */
const keptName: Readonly<Record<Language, string>> = {
  en: 'Before most of it was deleted',
  id: 'Sebelum sebagian besar dihapus',
  km: 'មុនពេលលុបភាគច្រើន',
}

function nameOf(place: TextPlace | null): string {
  return place ? `${called(place.title)} (${place.language})` : ''
}

function sameRefs(one: TextMeasures, other: TextMeasures): boolean {
  return (
    one.refs.length === other.refs.length &&
    one.refs.every((ref, index) => {
      const counterpart = other.refs[index]
      return ref.kind === counterpart?.kind && ref.recordId === counterpart.recordId
    })
  )
}

function refusal(problems: readonly TextProblem[]): Fault {
  const tooLong = problems.find((problem) => problem.kind === 'tooLong')
  if (tooLong) return { kind: 'TextTooLarge', characters: tooLong.characters, atMost: tooLong.atMost }
  return { kind: 'InvalidText', problems: described(problems).split(', ').slice(0, 20) }
}

/** Kinds and places, never words of the text. */
function described(problems: readonly TextProblem[]): string {
  return problems
    .map((problem) => ('path' in problem ? `${problem.kind} at ${problem.path.join('.')}` : problem.kind))
    .join(', ')
}
