import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { foldedWords } from '../../shared/fold.ts'
import { MilestoneId, MouId, StageEntryId } from '../../shared/ids.ts'
import type { WorkingText } from '../../shared/mou/draft.ts'
import type {
  Milestone,
  Mou,
  MouDossier,
  MouLink,
  MouLinkTarget,
  OpenBracket,
  StageEntry,
} from '../../shared/mou/mou.ts'
import { reasonFor, stageOf, stageWarnings } from '../../shared/mou/stages.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { clauseNames } from '../../shared/text/instrument/clauseLinks.ts'
import { wordCount } from '../../shared/text/instrument/wordCount.ts'
import { inlineText } from '../../shared/text/plainText.ts'
import { bracketsIn, isOpen, type TextBracket } from '../../shared/text/textBrackets.ts'
import { measureText } from '../../shared/text/textMeasures.ts'
import type { TextDoc } from '../../shared/text/writtenText.ts'
import { queryWords } from '../store/rows.ts'
import type { GuidelinesService } from './guidelinesService.ts'
import { pageLength } from './pages.ts'
import type { ProcedureService } from './procedureService.ts'
import { meetingName } from './meetingName.ts'
import { called, invalid, notFound, type ServiceDeps, today, type Writing } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

/** Memoranda and other instruments: the record of each, its stages, milestones, links. */
export function createMouService(
  { store, records }: ServiceDeps,
  texts: TextService,
  procedure: Pick<ProcedureService, 'copyTemplate' | 'removeOfMou'>,
  guidelines: Pick<GuidelinesService, 'removeOfMou'>,
) {
  const { mous, drafts, relationships, agencies, people, meetings, agenda, actions, figures } = records

  return {
    list({ query, after }: Input<'mou.list'>): Result<Output<'mou.list'>, Fault> {
      if (after !== null && !MouId.safeParse(after).success) return invalid('after: invalid_format')
      const length = pageLength(after)
      const found = mous.page(foldedWords(query, queryWords), after ?? '~', length + 1)
      const rows = found.slice(0, length)
      return ok({ rows, next: found.length > length ? (rows.at(-1)?.id ?? null) : null })
    },

    dossier({ mouId }: Input<'mou.dossier'>): Result<MouDossier, Fault> {
      const mou = mous.find(mouId)
      if (!mou) return notFound('mou')
      const relationship = relationships.find(mou.relationshipId)
      if (!relationship) throw new Error(`Memorandum ${mouId} stands in no relationship`)
      return ok({
        mou,
        relationship,
        parties: mou.parties.map(({ side, agencyId, signatoryId }) => ({
          side,
          agency: agencyId && agencies.find(agencyId),
          signatory: signatoryId && people.find(signatoryId),
        })),
        stages: mous.stages(mouId),
        milestones: mous.milestones(mouId),
        links: mous.links(mouId).flatMap((target) => linkOf(target) ?? []),
        drafts: drafts.ofMou(mouId),
        workingTexts: workingTextsOf(mouId),
      })
    },

    ofMeeting: ({ meetingId }: Input<'mou.ofMeeting'>): Output<'mou.ofMeeting'> => mous.ofMeeting(meetingId),

    articles: ({ mouIds }: Input<'mou.articles'>): Output<'mou.articles'> =>
      [...new Set(mouIds)].flatMap((mouId) => {
        const mou = mous.find(mouId)
        if (!mou) return []
        return drafts.workingTexts(mouId).flatMap(({ textId, language }) => {
          const doc = texts.read(textId)?.doc
          if (!doc) return []
          return [...clauseNames(doc).values()].map(({ blockId, whole, line }) => ({
            mouId,
            shortTitle: mou.shortTitle,
            language,
            blockId,
            name: whole,
            words: line ? inlineText(line).slice(0, 120) : '',
          }))
        })
      }),

    /** One instrument has a party on each side of its relationship, and that stays. A new one gets its checklist. */
    put({ mou: { id, ...rest } }: Input<'mou.put'>): Writing<Mou> {
      const former = id === null ? null : mous.find(id)
      if (id !== null && !former) return notFound('mou')
      const relationship = relationships.find(rest.relationshipId)
      if (!relationship) return notFound('relationship')
      if (former && former.relationshipId !== rest.relationshipId) return invalid('mou.relationshipId: fixed')
      const sides = [relationship.ownSide, relationship.otherSide]
      if (!rest.parties.every(({ side }, index) => side === sides[index]))
        return invalid('mou.parties: otherSide')
      for (const { side, agencyId, signatoryId } of rest.parties) {
        const agency = agencyId && agencies.find(agencyId)
        if (agencyId && !agency) return notFound('agency')
        if (agency && agency.side !== side) return invalid('mou.parties.agencyId: otherSide')
        const signatory = signatoryId && people.find(signatoryId)
        if (signatoryId && !signatory) return notFound('person')
        if (signatory && signatory.side !== side) return invalid('mou.parties.signatoryId: otherSide')
      }
      if (rest.topics.some((topic) => !records.topics.find(topic))) return notFound('topic')
      if (new Set(rest.languages).size < rest.languages.length) return invalid('mou.languages: twice')
      if (rest.prevailing !== null && !rest.languages.includes(rest.prevailing))
        return invalid('mou.prevailing: otherLanguage')
      const mou: Mou = { ...rest, id: id ?? MouId.parse(store.newId()) }
      return store.change({ operation: 'mou.put', about: mou.shortTitle }, () => {
        mous.put(mou)
        if (id === null) procedure.copyTemplate(mou.id)
        return ok(mou)
      })
    },

    /** Takes off an instrument with all that belongs to it. Its texts and files stay, so the act can be taken back. */
    remove({ mouId }: Input<'mou.remove'>): Writing<null> {
      const mou = mous.find(mouId)
      if (!mou) return notFound('mou')
      return store.change({ operation: 'mou.remove', about: mou.shortTitle }, () => {
        drafts.removeWorkingTexts(mouId)
        for (const draft of drafts.ofMou(mouId).toReversed()) {
          records.attachments.removeOf({ kind: 'draft', id: draft.id })
          drafts.remove(draft.id)
        }
        records.attachments.removeOf({ kind: 'mou', id: mouId })
        procedure.removeOfMou(mouId)
        guidelines.removeOfMou(mouId)
        records.clauses.removeOf(mouId)
        mous.remove(mouId)
        return ok(null)
      })
    },

    /** What of the newest meetings with the other side can be linked, and figures; a query narrows both. */
    linkable({ mouId, query }: Input<'mou.linkable'>): Result<readonly MouLink[], Fault> {
      const mou = mous.find(mouId)
      const relationship = mou && relationships.find(mou.relationshipId)
      if (!relationship) return notFound('mou')
      const words = foldedWords(query, queryWords)
      const linked = new Set(mous.links(mouId).map(({ kind, id }) => `${kind} ${id}`))
      const found = meetings
        .page(words, { heldOn: '\u{10ffff}', from: '', id: '' }, 60)
        .filter(({ otherSide }) => otherSide === relationship.otherSide)
        .slice(0, 10)
        .flatMap(({ id }): MouLinkTarget[] => [
          { kind: 'meeting', id },
          ...agenda
            .ofMeeting(id)
            .filter(({ item }) => item.part === 'discussion')
            .map(({ item }) => ({ kind: 'agendaItem' as const, id: item.id })),
          ...actions.ofMeeting(id).map((action) => ({ kind: 'action' as const, id: action.id })),
        ])
      const cited = figures
        .list(words)
        .slice(0, 20)
        .map(({ id }): MouLinkTarget => ({ kind: 'figure', id }))
      return ok(
        [...found, ...cited]
          .filter(({ kind, id }) => !linked.has(`${kind} ${id}`))
          .flatMap((target) => linkOf(target) ?? []),
      )
    },

    link({ mouId, target }: Input<'mou.link'>): Writing<null> {
      if (!mous.find(mouId)) return notFound('mou')
      const link = linkOf(target)
      if (!link) return notFound(target.kind)
      return store.change({ operation: 'mou.link', about: called(link.name) }, () => {
        mous.link(mouId, target)
        return ok(null)
      })
    },

    unlink({ mouId, target }: Input<'mou.unlink'>): Writing<null> {
      if (!mous.find(mouId)) return notFound('mou')
      const link = linkOf(target)
      return store.change({ operation: 'mou.unlink', about: link ? called(link.name) : '' }, () => {
        mous.unlink(mouId, target)
        return ok(null)
      })
    },

    /**
     * Notes that an instrument came to a stage. A text is agreed only when no bracket is open in any of its working
     * texts; what does not follow, ends it, or has an odd date needs a reason.
     */
    enterStage({ entry: rest }: Input<'stage.enter'>): Writing<StageEntry> {
      const mou = mous.find(rest.mouId)
      if (!mou) return notFound('mou')
      if (rest.stage === 'textAgreed') {
        const open = openBracketsOf(rest.mouId)
        if (open.length > 0)
          return fail({ kind: 'BracketsOpen', brackets: open.slice(0, namedBrackets), count: open.length })
      }
      const before = stageOf(mous.stages(rest.mouId))
      if (rest.reason.trim() === '') {
        const why = reasonFor(before?.stage ?? null, rest.stage)
        if (why) return fail({ kind: 'ReasonNeeded', why })
        const [odd] = stageWarnings(rest, before, today(store))
        if (odd)
          return fail({
            kind: 'ReasonNeeded',
            why: odd.kind === 'inTheFuture' ? 'inTheFuture' : 'beforeEarlierStage',
          })
      }
      const entry: StageEntry = { ...rest, id: StageEntryId.parse(store.newId()) }
      const detail = { stage: entry.stage, enteredOn: entry.enteredOn }
      return store.change({ operation: 'stage.enter', about: mou.shortTitle, detail }, () => {
        mous.addStage(entry)
        return ok(entry)
      })
    },

    removeStage({ entryId }: Input<'stage.remove'>): Writing<null> {
      const entry = mous.findStage(entryId)
      if (!entry) return notFound('stageEntry')
      if (stageOf(mous.stages(entry.mouId))?.id !== entryId) return invalid('entryId: notTheLast')
      const about = mous.find(entry.mouId)?.shortTitle ?? ''
      return store.change({ operation: 'stage.remove', about }, () => {
        mous.removeStage(entryId)
        return ok(null)
      })
    },

    putMilestone({ milestone: { id, ...rest } }: Input<'milestone.put'>): Writing<Milestone> {
      const former = id === null ? null : mous.findMilestone(id)
      if (id !== null && !former) return notFound('milestone')
      if (former && former.mouId !== rest.mouId) return invalid('milestone.mouId: fixed')
      if (!mous.find(rest.mouId)) return notFound('mou')
      const milestone: Milestone = { ...rest, id: id ?? MilestoneId.parse(store.newId()) }
      return store.change({ operation: 'milestone.put', about: called(milestone.title) }, () => {
        mous.putMilestone(milestone)
        return ok(milestone)
      })
    },

    removeMilestone({ milestoneId }: Input<'milestone.remove'>): Writing<null> {
      const milestone = mous.findMilestone(milestoneId)
      if (!milestone) return notFound('milestone')
      return store.change({ operation: 'milestone.remove', about: called(milestone.title) }, () => {
        mous.removeMilestone(milestoneId)
        return ok(null)
      })
    },
  }

  function workingTextsOf(mouId: MouId): readonly WorkingText[] {
    return drafts.workingTexts(mouId).flatMap(({ language, textId, basedOn }) => {
      const text = texts.read(textId)
      if (!text) return []
      const { openBrackets } = measureText(text.doc)
      const words = wordCount(text.doc, language)
      return [{ mouId, language, textId, openBrackets, words, savedAt: text.savedAt, basedOn }]
    })
  }

  function openBracketsOf(mouId: MouId): readonly OpenBracket[] {
    return drafts.workingTexts(mouId).flatMap(({ language, textId }) => {
      const text = texts.read(textId)
      if (!text) return []
      return bracketsIn(text.doc)
        .filter(isOpen)
        .map((bracket) => ({
          language,
          clause: bracket.address.label,
          text: (bracket.wording.trim() || asWritten(text.doc, bracket)).slice(0, 200),
        }))
    })
  }

  /** A link as it is shown; null where its target is gone. */
  function linkOf(target: MouLinkTarget): MouLink | null {
    switch (target.kind) {
      case 'meeting': {
        const meeting = meetings.find(target.id)
        if (!meeting) return null
        return { target, name: meetingName(meeting, records), on: meeting.heldOn, meetingId: meeting.id }
      }
      case 'agendaItem': {
        const item = agenda.find(target.id)?.item
        const meeting = item && meetings.find(item.meetingId)
        return meeting ? { target, name: item.title, on: meeting.heldOn, meetingId: meeting.id } : null
      }
      case 'action': {
        const action = actions.find(target.id)
        return action && { target, name: action.what, on: action.dueOn, meetingId: action.meetingId }
      }
      case 'figure': {
        const figure = figures.find(target.id)
        return figure && { target, name: figure.what, on: figure.asOf, meetingId: null }
      }
    }
  }
}
export type MouService = ReturnType<typeof createMouService>

/** What stands in a bracket that holds no wording but only says where a clause stands: "agreed ad ref". */
function asWritten(doc: TextDoc, { place, range }: TextBracket): string {
  if (place !== 'inline') return ''
  const [from, to] = [doc.resolve(range.from), doc.resolve(range.to)]
  return inlineText(from.parent.cut(from.parentOffset, to.parentOffset)).replace(/^\[/, '').replace(/\]$/, '')
}

/** How many open brackets a refusal names. */
const namedBrackets = 20
