import type { Input } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import {
  ActionId,
  AgencyId,
  AgendaItemId,
  AttachmentId,
  BacklogItemId,
  CorrectionId,
  DecisionId,
  FigureId,
  MeetingId,
  MouId,
  NoteId,
  PersonId,
  TextId,
} from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import {
  mostSkipped,
  type SearchHit,
  type SearchPlace,
  type SearchResult,
} from '../../shared/search/search.ts'
import { readQuery, type SearchQuery } from '../../shared/search/searchQuery.ts'
import { snippetOf } from '../../shared/search/snippet.ts'
import type { CalendarDate, Wording } from '../../shared/values.ts'
import {
  createSearchIndex,
  type FoundPassage,
  type Passage,
  type SearchSource,
} from '../store/searchIndex.ts'
import { createSearchPassages } from './searchPassages.ts'
import type { ServiceDeps } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

const pageLength = 20
/** Milliseconds that reading into the index may hold up the thread of the record at a time. */
const slice = 25
/** A search waits so long at most for what was written just before it. */
const beforeSearch = 120
/** Milliseconds between two slices: what a person asks for meanwhile comes first. */
const rest = 60

/** Search over everything that the record says. */
export function createSearchService({ store, records }: ServiceDeps, texts: TextService) {
  const index = createSearchIndex(store.db)
  const passages = createSearchPassages(records, texts)
  let timer: ReturnType<typeof setTimeout> | undefined

  /**
   * Reads what is due into the index until nothing is left or the time is up; false where something is left that can be
   * read. What cannot be written now waits for the next idle moment.
   */
  function work(milliseconds: number): boolean {
    const end = performance.now() + milliseconds
    for (;;) {
      const sources = index.due(20)
      if (sources.length === 0) return true
      const done = store.saveUnlogged(() => {
        for (const source of sources) {
          index.replace(source, saidBy(source))
          if (performance.now() >= end) break
        }
        return ok(null)
      })
      if (!done.ok) return true
      if (performance.now() >= end) return false
    }
  }

  /** A text that cannot be read any more says nothing; the check of the record names it, a search goes on. */
  function saidBy(source: SearchSource): readonly Passage[] {
    try {
      return passages.of(source)
    } catch {
      return []
    }
  }

  function workOn(): void {
    timer = undefined
    if (store.db.open && !work(slice)) schedule()
  }

  function schedule(): void {
    timer ??= setTimeout(workOn, rest)
    timer.unref()
  }

  /** The passage as a hit; null where what it belongs to has gone since. */
  function hitOf(found: FoundPassage, query: SearchQuery): SearchHit | null {
    const about = aboutOf(found)
    if (!about) return null
    const { id, kind, language, words } = found
    return { id, kind, language, snippet: snippetOf(words, query), meeting: null, ...about }
  }

  type About = Pick<SearchHit, 'title' | 'place' | 'on'> & Partial<Pick<SearchHit, 'meeting'>>

  function aboutOf({ kind, recordId }: FoundPassage): About | null {
    switch (kind) {
      case 'meeting':
        return aboutMeeting(MeetingId.parse(recordId), null)
      case 'agendaItem':
        return aboutItem(AgendaItemId.parse(recordId))
      case 'decision':
        return aboutThing(records.decisions.find(DecisionId.parse(recordId)))
      case 'action':
        return aboutThing(records.actions.find(ActionId.parse(recordId)))
      case 'note':
        return aboutThing(records.notes.find(NoteId.parse(recordId)))
      case 'correction': {
        const id = CorrectionId.parse(recordId)
        const meetingId = records.minutes.meetingOfCorrection(id)
        return meetingId && aboutLife(meetingId, id)
      }
      case 'amendment':
        return aboutLife(MeetingId.parse(recordId), null)
      case 'backlogItem': {
        const item = records.backlog.find(BacklogItemId.parse(recordId))
        const series = item && records.series.find(item.seriesId)
        return series && of(series.name, { at: 'backlog', seriesId: series.id })
      }
      case 'comment':
      case 'minutes':
      case 'workingText':
      case 'draft':
        return aboutText(TextId.parse(recordId))
      case 'mou':
        return aboutMou(MouId.parse(recordId))
      case 'person': {
        const person = records.people.find(PersonId.parse(recordId))
        return person && of({ en: person.name }, { at: 'person', side: person.side, name: person.name })
      }
      case 'agency': {
        const agency = records.agencies.find(AgencyId.parse(recordId))
        const name = Object.values(agency?.name ?? {})[0] ?? ''
        return agency && of(agency.name, { at: 'agency', side: agency.side, name })
      }
      case 'figure': {
        const figure = records.figures.find(FigureId.parse(recordId))
        return figure && of(figure.what, { at: 'figure' }, figure.asOf)
      }
      case 'document': {
        const owner = records.attachments.find(AttachmentId.parse(recordId))?.owner
        if (owner?.kind === 'meeting') return aboutMeeting(owner.id, null)
        if (owner?.kind === 'mou') return aboutMou(owner.id)
        const draft = owner?.kind === 'draft' ? records.drafts.find(owner.id) : null
        return draft && aboutText(draft.textId)
      }
    }
  }

  function aboutMeeting(id: MeetingId, itemId: AgendaItemId | null): About | null {
    const meeting = records.meetings.find(id)
    const series = meeting && records.series.find(meeting.seriesId)
    if (!meeting || !series) return null
    const { number, title, heldOn, status } = meeting
    return {
      ...of(title, { at: 'meeting', meetingId: id, itemId }, heldOn),
      meeting: { number, seriesName: series.name, shortName: series.shortName, status },
    }
  }

  function aboutLife(meetingId: MeetingId, correctionId: CorrectionId | null): About | null {
    const about = aboutMeeting(meetingId, null)
    return about && { ...about, place: { at: 'lifeOfMinutes', meetingId, correctionId } }
  }

  function aboutItem(id: AgendaItemId): About | null {
    const item = records.agenda.find(id)?.item
    return item ? aboutMeeting(item.meetingId, id) : null
  }

  function aboutThing(
    thing: { readonly meetingId: MeetingId; readonly itemId: AgendaItemId | null } | null,
  ): About | null {
    return thing && aboutMeeting(thing.meetingId, thing.itemId)
  }

  function aboutMou(mouId: MouId): About | null {
    const mou = records.mous.find(mouId)
    return mou && of({ en: mou.shortTitle }, { at: 'mou', mouId })
  }

  function aboutText(textId: TextId): About | null {
    const owner = records.texts.owner(textId)
    if (owner?.kind === 'item') return aboutItem(owner.id)
    if (owner?.kind === 'workingText') {
      const mou = records.mous.find(owner.id)
      return mou && of({ en: mou.shortTitle }, { at: 'workingText', mouId: mou.id, language: owner.language })
    }
    const draft = owner && records.drafts.find(owner.id)
    const mou = draft && records.mous.find(draft.mouId)
    if (!draft || !mou) return null
    return of(
      { en: mou.shortTitle },
      { at: 'draft', mouId: mou.id, textId, number: draft.number },
      draft.textDate,
    )
  }

  return {
    find({ request }: Input<'search.find'>): Result<SearchResult, Fault> {
      if (!work(beforeSearch)) schedule()
      const query = readQuery(request.query)
      const { order, skip } = request
      const found = index.find(query, request, order, { limit: pageLength + 1, skip })
      const hits = found.slice(0, pageLength).flatMap((passage) => hitOf(passage, query) ?? [])
      const next = skip + pageLength
      const hasMore = found.length > pageLength && next <= mostSkipped
      return ok({ hits, next: hasMore ? next : null, due: index.countDue() })
    },

    /** Called when nothing is going on: what was written is read into the index. */
    idle: schedule,

    stop(): void {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

function of(title: Wording, place: SearchPlace, on: CalendarDate | null = null) {
  return { title, place, on }
}
