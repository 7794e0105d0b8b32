import type { Input, Output, Reply } from '../../../shared/api/contract.ts'
import type { Handler } from '../../../shared/api/dispatch.ts'
import type { Fault } from '../../../shared/fault.ts'
import type {
  AgencyId,
  AgendaItemId,
  DecisionId,
  DraftId,
  FigureId,
  MouId,
  PersonId,
  SeriesId,
} from '../../../shared/ids.ts'
import { figureWords } from '../../../shared/meeting/figureWords.ts'
import type {
  Action,
  DelegateRole,
  Meeting,
  MeetingDossier,
  Relationship,
} from '../../../shared/meeting/meeting.ts'
import type { MouLinkTarget } from '../../../shared/mou/mou.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { assignBlockIds } from '../../../shared/text/blockIds.ts'
import { parseText } from '../../../shared/text/validText.ts'
import { stepsToRewrite } from '../../../shared/text/writtenText.ts'
import type { CalendarDate, ComposedLanguage, Wording } from '../../../shared/values.ts'
import { createContentHandlers } from '../contentHandlers.ts'
import type { FillSample, ContentOperation } from '../openRecord.ts'
import {
  dayOfFourth,
  fourthAgenda,
  sampleMeetings,
  sampleSeries,
  secondAgenda,
  secondProgramme,
  type SampleAgenda,
  thirdAgenda,
} from './meetings.ts'
import {
  firstActions,
  movedAction,
  sampleFigures,
  secondActions,
  secondDecisions,
  type SampleDecision,
  type SampleFigure,
} from './outcomes.ts'
import { sampleAgencies, samplePeople, type SampleAgency, type SamplePerson } from './people.ts'
import {
  firstTexts,
  secondNotes,
  secondTexts,
  type SampleBlock,
  type SampleTexts,
  thirdTexts,
} from './texts.ts'
import { type SampleDraft, sampleDraftTexts } from './draftTexts.ts'
import { sampleDrafts, sampleLinkedItems, sampleMilestones, sampleMou, sampleStages } from './mou.ts'

/**
 * Fills a new, empty record of Indonesia with the sample: four meetings with Cambodia, one long held, one just
 * held, two planned; and the memorandum that they are about. Everything goes in by the requests that a window would make.
 */
export const fillSample: FillSample = async (record) => {
  const service = createContentHandlers({ ...record, emit: () => undefined })
  const caller = { client: 'sample' }

  try {
    const agencies = await each(sampleAgencies, async (agency) => {
      const put = await write('agency.put', { agency: { ...agency, id: null } })
      return put.id
    })
    const people = await each(samplePeople, async ({ agency, ...person }) => {
      const put = await write('person.put', { person: { ...person, id: null, agencyId: agencies[agency] } })
      return put.id
    })
    const relationship = await write('relationship.add', { otherSide: 'KHM' })
    const series = await write('series.put', {
      series: { ...sampleSeries, id: null, relationshipId: relationship.id },
    })
    const actions = await firstMeeting(series.id, people, agencies)
    const second = await secondMeeting(series.id, people, agencies, actions)
    const figures = await thirdMeeting(series.id, people)
    const fourth = await fourthMeeting(series.id, people)
    await memorandum(relationship, agencies, { second, fourth }, figures)
    service.settle(false)
    return ok(null)
  } catch (error) {
    if (error instanceof Refused) return fail(error.fault)
    throw error
  }

  async function firstMeeting(seriesId: SeriesId, people: People, agencies: Agencies) {
    const meeting = await putMeeting(seriesId, sampleMeetings.first)
    await seat(meeting, people, [
      ['wirawan', 'head', { at: { en: 'Phnom Penh' }, on: '2024-02-20' }],
      ['prasetya', 'member', null],
      ['dara', 'head', { at: { en: 'Phnom Penh' }, on: '2024-02-20' }],
      ['vannak', 'member', null],
    ])
    const actions = await putActions(meeting, firstActions, agencies, people)
    await writeTexts(meeting, firstTexts, {})
    return actions
  }

  async function secondMeeting(
    seriesId: SeriesId,
    people: People,
    agencies: Agencies,
    former: readonly Action[],
  ) {
    const meeting = await putMeeting(seriesId, sampleMeetings.second)
    const meetingId = meeting.id
    await changeItems(meeting, secondAgenda)
    await seat(meeting, people, [
      ['wirawan', 'head', { at: { en: 'Nusa Dua', id: 'Nusa Dua' }, on: '2025-05-19' }],
      ['lestari', 'alternate', null],
      ['prasetya', 'member', null],
      ['kusuma', 'member', null],
      ['santoso', 'interpreter', null],
      ['dara', 'head', { at: { en: 'Phnom Penh', id: 'Phnom Penh' }, on: '2025-06-02' }],
      ['sophea', 'alternate', null],
      ['vannak', 'member', null],
      ['rithy', 'member', null],
      ['bopha', 'interpreter', null],
    ])
    for (const event of secondProgramme)
      await write('programme.put', { event: { ...event, id: null, meetingId } })
    const moved = former.find(({ number }) => number.serial === movedAction.serial)
    if (moved) await write('action.moveDue', { actionId: moved.id, meetingId, dueOn: movedAction.dueOn })
    await putActions(meeting, secondActions, agencies, people)
    const itemId = itemCalled(await dossierOf(meeting), 'Draft Memorandum of Understanding')
    const decisions = await each(secondDecisions, async (decision) => {
      const put = await write('decision.put', { decision: { ...decision, id: null, meetingId, itemId } })
      return put.id
    })
    await writeTexts(meeting, secondTexts, { decisions })
    const dossier = await dossierOf(meeting)
    for (const { item, ...note } of secondNotes)
      await write('note.put', { note: { ...note, id: null, meetingId, itemId: itemCalled(dossier, item) } })
    return dossier
  }

  async function thirdMeeting(seriesId: SeriesId, people: People) {
    const meeting = await putMeeting(seriesId, sampleMeetings.third)
    await changeItems(meeting, thirdAgenda)
    await seat(meeting, people, [
      ['wirawan', 'head', null],
      ['lestari', 'member', null],
      ['dara', 'head', null],
    ])
    const figures = await each(sampleFigures, async (figure) => {
      const put = await write('figure.put', { figure: { ...figure, id: null } })
      return put.id
    })
    await writeTexts(meeting, thirdTexts, { figures })
    return figures
  }

  async function fourthMeeting(seriesId: SeriesId, people: People): Promise<Meeting> {
    const heldOn = dayOfFourth(record.store.now().slice(0, 10))
    const meeting = await putMeeting(seriesId, { ...sampleMeetings.fourth, heldOn })
    await changeItems(meeting, fourthAgenda)
    await seat(meeting, people, [
      ['wirawan', 'head', null],
      ['lestari', 'alternate', null],
      ['prasetya', 'member', null],
      ['sophea', 'member', null],
      ['vannak', 'member', null],
    ])
    return meeting
  }

  async function memorandum(
    relationship: Relationship,
    agencies: Agencies,
    { second, fourth }: { readonly second: MeetingDossier; readonly fourth: Meeting },
    figures: Readonly<Record<SampleFigure, FigureId>>,
  ): Promise<void> {
    const { id: mouId } = await write('mou.put', {
      mou: {
        ...sampleMou,
        id: null,
        relationshipId: relationship.id,
        parties: [
          { side: relationship.ownSide, agencyId: agencies.ministry, signatoryId: null },
          { side: relationship.otherSide, agencyId: agencies.interior, signatoryId: null },
        ],
      },
    })
    for (const entry of sampleStages) await write('stage.enter', { entry: { ...entry, mouId } })
    for (const milestone of sampleMilestones)
      await write('milestone.put', { milestone: { ...milestone, id: null, mouId } })
    const targets: readonly MouLinkTarget[] = [
      { kind: 'meeting', id: second.meeting.id },
      { kind: 'meeting', id: fourth.id },
      ...sampleLinkedItems.map((title) => ({ kind: 'agendaItem' as const, id: itemCalled(second, title) })),
      ...second.actions.map(({ id }) => ({ kind: 'action' as const, id })),
      ...Object.values(figures).map((id) => ({ kind: 'figure' as const, id })),
    ]
    for (const target of targets) await write('mou.link', { mouId, target })
    const registered = new Map<SampleDraft, DraftId>()
    for (const name of Object.keys(sampleDrafts) as SampleDraft[]) {
      const { language, facts, parents, isWorkedOn } = sampleDrafts[name]
      const draft = await write('draft.register', {
        mouId,
        language,
        source: { kind: 'import', importId: await bringIn(mouId, name), again: false },
        facts,
        parents: parents.flatMap((parent) => registered.get(parent) ?? []),
      })
      registered.set(name, draft.id)
      if (isWorkedOn)
        await write('workingText.begin', { mouId, language, from: { kind: 'draft', draftId: draft.id } })
    }
  }

  /** As a person would who drops the file on the window and confirms what is recognised. */
  async function bringIn(mouId: MouId, draft: SampleDraft): Promise<string> {
    const { name, language } = sampleDrafts[draft]
    const uploadId = record.store.newId()
    const part = Buffer.from(sampleDraftTexts[draft]).toString('base64')
    await ask('compare.sendPart', { uploadId, name, part })
    const { fileId } = await ask('compare.addFile', { uploadId, name })
    const file = { fileId, view: 'asProposed' as const }
    const { importId } = await ask('draft.recognise', { mouId, language, source: { kind: 'file', file } })
    return importId
  }

  async function putMeeting(seriesId: SeriesId, contents: SampleMeeting): Promise<Meeting> {
    const languages: ComposedLanguage[] = [...contents.languages]
    return write('meeting.put', { meeting: { ...contents, languages, id: null, seriesId } })
  }

  async function changeItems(meeting: Meeting, { changes, additions }: SampleAgenda): Promise<void> {
    for (const item of (await dossierOf(meeting)).agenda) {
      const change = changes[item.part]
      if (change) await write('agenda.put', { item: { ...item, ...change } })
    }
    for (const item of additions)
      await write('agenda.put', {
        item: { ...item, id: null, meetingId: meeting.id, composition: 'composed' },
      })
  }

  async function seat(meeting: Meeting, people: People, seats: readonly Seat[]): Promise<void> {
    for (const [person, role, signed] of seats) {
      const delegate = await write('delegate.add', { meetingId: meeting.id, personId: people[person], role })
      if (signed)
        await write('delegate.change', {
          delegate: { ...delegate, signedAt: signed.at, signedOn: signed.on },
        })
    }
  }

  async function putActions(
    meeting: Meeting,
    contents: typeof firstActions,
    agencies: Agencies,
    people: People,
  ): Promise<readonly Action[]> {
    const { agenda } = await dossierOf(meeting)
    const itemId = agenda.find(({ part }) => part === 'actions')?.id ?? null
    const put: Action[] = []
    for (const { agency, person, doneOn, channel, evidence, ...action } of contents) {
      put.push(
        await write('action.put', {
          action: {
            ...action,
            id: null,
            meetingId: meeting.id,
            itemId,
            agencyId: agency ? agencies[agency] : null,
            personId: person ? people[person] : null,
            channel: channel ?? '',
            state: doneOn ? 'done' : 'open',
            closedOn: doneOn ?? null,
            evidence: evidence ?? '',
          },
        }),
      )
    }
    return put
  }

  async function writeTexts(
    meeting: Meeting,
    contents: Readonly<Record<string, SampleTexts>>,
    said: Said,
  ): Promise<void> {
    const dossier = await dossierOf(meeting)
    for (const [item, texts] of Object.entries(contents)) {
      const itemId = itemCalled(dossier, item)
      for (const { textId, language } of dossier.texts.filter((text) => text.itemId === itemId)) {
        const opened = await ask('text.open', { textId })
        const blocks = (texts[language] ?? []).map((block) => blockOf(block, said, language))
        const before = parsed(opened.doc)
        const after = assignBlockIds(
          parsed({ type: 'doc', attrs: { lang: language }, content: blocks }),
          record.store.newId,
        )
        const steps = [...stepsToRewrite(before, after)]
        await ask('text.save', { textId, revision: opened.revision, steps })
        await ask('text.close', { textId })
      }
    }
  }

  function dossierOf({ id }: Meeting): Promise<MeetingDossier> {
    return ask('meeting.dossier', { meetingId: id })
  }

  async function write<Op extends WriteOfSample>(operation: Op, input: Input<Op>): Promise<Output<Op>> {
    // A write answers with its output and an undo token, which nobody needs here.
    const { value } = (await ask(operation, input)) as { readonly value: Output<Op> }
    return value
  }

  async function ask<Op extends ContentOperation>(operation: Op, input: Input<Op>): Promise<Reply<Op>> {
    const handler: Handler<Op> = service.handlers[operation]
    const result: Result<Reply<Op>, Fault> = await handler(input, caller)
    if (!result.ok) throw new Refused(result.fault)
    return result.value
  }
}

type WriteOfSample = Extract<
  ContentOperation,
  | `${string}.put`
  | `${string}.add`
  | 'delegate.change'
  | 'action.moveDue'
  | 'stage.enter'
  | 'mou.link'
  | 'draft.register'
  | 'workingText.begin'
>
type SampleMeeting = Omit<(typeof sampleMeetings)[keyof typeof sampleMeetings], 'heldOn'> & {
  readonly heldOn: CalendarDate
}
type People = Readonly<Record<SamplePerson, PersonId>>
type Agencies = Readonly<Record<SampleAgency, AgencyId>>
type Seat = readonly [
  person: SamplePerson,
  role: DelegateRole,
  signed: { readonly at: Wording; readonly on: CalendarDate } | null,
]
type Said = {
  readonly decisions?: Readonly<Record<SampleDecision, DecisionId>>
  readonly figures?: Readonly<Record<SampleFigure, FigureId>>
}

/** Carries the fault of a request out of the middle of the sample. */
class Refused extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.kind)
    this.fault = fault
  }
}

/** Does something with each thing in turn, and keeps what came of it under the same name. */
async function each<Name extends string, T, Made>(
  things: Readonly<Record<Name, T>>,
  make: (thing: T) => Promise<Made>,
): Promise<Readonly<Record<Name, Made>>> {
  const made: [string, Made][] = []
  for (const [name, thing] of Object.entries<T>(things)) made.push([name, await make(thing)])
  return Object.fromEntries(made) as Record<Name, Made>
}

function itemCalled(dossier: MeetingDossier, title: string): AgendaItemId {
  const item = dossier.agenda.find((one) => one.title.en === title)
  if (!item) throw new Error(`The sample has no item ${title}`)
  return item.id
}

function blockOf(block: SampleBlock, { decisions, figures }: Said, language: ComposedLanguage): unknown {
  if ('decision' in block) return { type: 'decisionRef', attrs: { recordId: decisions?.[block.decision] } }
  const content = block.map((part) =>
    typeof part === 'string'
      ? { type: 'text', text: part }
      : {
          type: 'figureRef',
          attrs: {
            recordId: figures?.[part.figure],
            said: figureWords(sampleFigures[part.figure], language),
          },
        },
  )
  return { type: 'paragraph', content }
}

function parsed(json: unknown) {
  const text = parseText(json)
  if (!text.ok) throw new Error('A text of the sample does not hold')
  return text.value
}
