import type { AttachmentOwner } from '../../shared/attachment.ts'
import {
  AgencyId,
  AttachmentId,
  BacklogItemId,
  FigureId,
  MeetingId,
  MouId,
  PersonId,
  TextId,
  type TopicId,
} from '../../shared/ids.ts'
import { writtenNumber } from '../../shared/meeting/meeting.ts'
import { inlineText } from '../../shared/text/plainText.ts'
import type { CalendarDate, Language, Side, Wording } from '../../shared/values.ts'
import type { Repositories } from '../store/repositories.ts'
import type { Passage, SearchSource } from '../store/searchIndex.ts'
import type { TextService } from './textService.ts'

/** What the passages of one source have in common. */
type Around = Pick<Passage, 'on' | 'sides' | 'seriesId'>

/**
 * What a thing of the record says, by passages: a line of a name, a paragraph of a text. Nothing where it is gone.
 * Restricted papers are not among the sources: they are sealed with a key of their own. Nor are steps of a procedure and
 * their files, since a step can be restricted at any time; nor reference lists, which have a search of their own.
 */
export function createSearchPassages(records: Repositories, texts: Pick<TextService, 'read'>) {
  const { meetings, series, relationships, agenda, decisions, actions, notes, minutes, mous, drafts } =
    records

  function aroundMeeting(id: MeetingId): Around | null {
    const meeting = meetings.find(id)
    const own = meeting && series.find(meeting.seriesId)
    if (!meeting || !own) return null
    return { on: meeting.heldOn, sides: sidesOf(own.relationshipId), seriesId: own.id }
  }

  function aroundMou(id: MouId, on: CalendarDate | null): Around | null {
    const mou = mous.find(id)
    return mou && { on: on ?? madeOn(id), sides: sidesOf(mou.relationshipId), seriesId: null }
  }

  function aroundOwner(owner: AttachmentOwner): Around | null {
    if (owner.kind === 'meeting') return aroundMeeting(owner.id)
    if (owner.kind === 'mou') return aroundMou(owner.id, null)
    const draft = owner.kind === 'draft' ? drafts.find(owner.id) : null
    return draft && aroundMou(draft.mouId, draft.textDate)
  }

  function sidesOf(relationshipId: Parameters<typeof relationships.find>[0]): readonly Side[] {
    const relationship = relationships.find(relationshipId)
    return relationship ? [relationship.ownSide, relationship.otherSide] : []
  }

  function nameOfTopic(id: TopicId | null): Wording {
    return (id && records.topics.find(id)?.name) ?? {}
  }

  function ofMeeting(id: MeetingId): readonly Passage[] {
    const meeting = meetings.find(id)
    const around = aroundMeeting(id)
    if (!meeting || !around) return []
    const own = series.find(meeting.seriesId)
    const one = (kind: Passage['kind'], recordId: string, words: string, sides = around.sides): Passage => ({
      ...{ kind, recordId, blockId: null, language: null, words, ...around, sides },
    })
    const name = line(meeting.title, own?.name ?? {}, own?.shortName ?? {}, meeting.place, meeting.venue)
    return [
      one('meeting', id, name),
      ...agenda
        .ofMeeting(id)
        .map(({ item }) => one('agendaItem', item.id, line(item.title, nameOfTopic(item.topic)))),
      ...decisions
        .ofMeeting(id)
        .map(({ id, number, wording }) => one('decision', id, `${writtenNumber(number)} ${line(wording)}`)),
      ...actions
        .ofMeeting(id)
        .map(({ id, number, what, channel, evidence, side }) =>
          one(
            ...(['action', id, `${writtenNumber(number)} ${line(what, channel, evidence)}`] as const),
            side === 'both' ? around.sides : [side],
          ),
        ),
      ...notes.ofMeeting(id).map(({ id, words }) => one('note', id, words)),
      ...minutes
        .find(id)
        .corrections.map(({ id, asked, reason, side }) => one('correction', id, line(asked, reason), [side])),
      ...(minutes.confirmed(id) ?? []).map((amendment) => one('amendment', id, line(amendment))),
    ]
  }

  function ofText(textId: TextId): readonly Passage[] {
    const owner = texts.read(textId) && records.texts.owner(textId)
    if (!owner) return []
    switch (owner.kind) {
      case 'item': {
        const item = agenda.find(owner.id)?.item
        const around = item && aroundMeeting(item.meetingId)
        return around ? blocksOf(textId, 'minutes', textId, owner.language, around) : []
      }
      case 'workingText': {
        const around = aroundMou(owner.id, null)
        if (!around) return []
        return [
          ...blocksOf(textId, 'workingText', textId, owner.language, around),
          ...commentsOn(textId, around),
        ]
      }
      case 'draft': {
        const draft = drafts.find(owner.id)
        const around = draft && aroundMou(draft.mouId, draft.textDate)
        if (!around) return []
        const note: Passage = {
          ...{ kind: 'draft', recordId: textId, blockId: null, language: null, words: draft.note, ...around },
        }
        return [
          ...(draft.note === '' ? [] : [note]),
          ...blocksOf(textId, 'draft', textId, owner.language, around),
          ...commentsOn(textId, around),
        ]
      }
    }
  }

  function blocksOf(
    textId: TextId,
    kind: Passage['kind'],
    recordId: string,
    language: Language,
    around: Around,
  ): readonly Passage[] {
    const passages: Passage[] = []
    texts.read(textId)?.doc.descendants((node) => {
      if (!node.isTextblock) return true
      const words = inlineText(node).trim()
      const blockId = typeof node.attrs['blockId'] === 'string' ? node.attrs['blockId'] : null
      if (words !== '') passages.push({ kind, recordId, blockId, language, words, ...around })
      return false
    })
    return passages
  }

  /** What is said in the margin; for whom it is said there, it is not for others here. */
  function commentsOn(textId: TextId, around: Around): readonly Passage[] {
    const { comments } = records
    return comments.threadsOf(textId).flatMap(({ id }) =>
      comments.ofThread(id).map(({ words }): Passage => ({
        ...{ kind: 'comment', recordId: textId, blockId: null, language: null, words, ...around },
      })),
    )
  }

  function ofOne(
    kind: Passage['kind'],
    recordId: string,
    words: string,
    sides: readonly Side[],
    on: CalendarDate = madeOn(recordId),
  ): readonly Passage[] {
    return [{ kind, recordId, blockId: null, language: null, words, on, sides, seriesId: null }]
  }

  return {
    of({ kind, id }: SearchSource): readonly Passage[] {
      switch (kind) {
        case 'meeting':
          return ofMeeting(MeetingId.parse(id))
        case 'text':
          return ofText(TextId.parse(id))
        case 'figure': {
          const figure = records.figures.find(FigureId.parse(id))
          if (!figure) return []
          const { value, unit, what, period, place, source, asOf } = figure
          return ofOne(
            'figure',
            id,
            `${value} ${line(unit, what, period, place, source)}`,
            [],
            asOf ?? undefined,
          )
        }
        case 'person': {
          const person = records.people.find(PersonId.parse(id))
          if (!person) return []
          const { side, honorific, name, khmerName, title, posts } = person
          return ofOne(
            'person',
            id,
            line(honorific, name, khmerName, title, ...posts.map((post) => post.title)),
            [side],
          )
        }
        case 'agency': {
          const agency = records.agencies.find(AgencyId.parse(id))
          return agency ? ofOne('agency', id, line(agency.name), [agency.side]) : []
        }
        case 'mou': {
          const mou = mous.find(MouId.parse(id))
          if (!mou) return []
          const { title, shortTitle, scope, legalBasis, note } = mou
          return ofOne(
            'mou',
            id,
            line(shortTitle, title, scope, legalBasis, note),
            sidesOf(mou.relationshipId),
          )
        }
        case 'backlogItem': {
          const item = records.backlog.find(BacklogItemId.parse(id))
          const own = item && series.find(item.seriesId)
          if (!item || !own) return []
          const sides = sidesOf(own.relationshipId)
          const words = line(item.title, nameOfTopic(item.topic))
          return ofOne('backlogItem', id, words, sides).map((one) => ({ ...one, seriesId: own.id }))
        }
        case 'attachment': {
          const file = records.attachments.find(AttachmentId.parse(id))
          if (!file || file.owner.kind === 'step') return []
          const around = aroundOwner(file.owner)
          const kind = 'document' as const
          return around
            ? [{ kind, recordId: id, blockId: null, language: null, words: file.name, ...around }]
            : []
        }
      }
    },
  }
}

/** Every wording in every language, in one line. */
function line(...parts: readonly (string | Wording)[]): string {
  const words = parts.flatMap((part) =>
    typeof part === 'string' ? [part] : Object.values(part).flatMap((one) => one ?? []),
  )
  return [...new Set(words.map((one) => one.trim()).filter((one) => one !== ''))].join(' · ')
}

/** The day in a UUIDv7: what has no date of its own is as new as its entry. */
function madeOn(id: string): CalendarDate {
  const instant = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  return new Date(instant).toISOString().slice(0, 10)
}
