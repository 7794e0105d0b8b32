import type { AgencyId, AgendaItemId } from '../../ids.ts'
import type { ComposedLanguage, Side, Wording } from '../../values.ts'
import { itemNumbers } from '../itemNumbers.ts'
import {
  type Action,
  dueAsLeftBy,
  type MeetingDossier,
  type Note,
  type ProgrammeEvent,
  standingOn,
  writtenNumber,
} from '../meeting.ts'
import type { Block, MinutesPreview, MinutesProblem, Run } from '../minutesDocument.ts'
import { minutesWords, writtenSpan } from '../minutesWords.ts'
import { joined, saidIn } from '../runs.ts'
import { daysToEnd } from '../timeSpan.ts'
import { writtenDate, zoneLabel } from '../writtenDate.ts'
import { cell, decisionTable, heading, type PaperBody } from './paperBlocks.ts'
import { paperWords } from './paperWords.ts'

type ReportInput = {
  readonly dossier: MeetingDossier
  readonly language: ComposedLanguage
  readonly agencies: ReadonlyMap<AgencyId, Wording>
}

/**
 * The report of one's own delegation (laporan delegasi): the minutes, and with them what the counterpart is not
 * given: title, kind and venue, the notes at the item that they are of, agencies, channels and evidence of actions, all
 * decisions with their outcome, internal events. It has no signatures. The guidelines of the delegation are no part of
 * a dossier, so they cannot get in.
 */
export function internalReport(minutes: MinutesPreview, input: ReportInput): PaperBody {
  const { dossier, language } = input
  const { blocks } = minutes.document
  const words = paperWords(language)
  const first = blocks.findIndex(({ kind }) => kind === 'heading')
  const signed = blocks.findIndex(({ kind }) => kind === 'signatures')
  const sections = first < 0 ? [] : blocks.slice(first, signed)
  const actions = [...dossier.actions, ...dossier.formerActions]
  const general = dossier.notes.filter(({ itemId }) => itemId === null)
  return {
    blocks: [
      facts(input),
      ...withNotes(sections, input),
      ...(general.length === 0 ? [] : [heading(words.notes), ...general.map((note) => said(note, input))]),
      ...decisionTable(dossier.decisions, language),
      ...(actions.length === 0 ? [] : [heading(words.actions), actionTable(actions, input)]),
      ...withProgramme(blocks.slice(signed + 1), input),
    ],
    problems: minutes.problems.filter(({ kind }) => !ofTheOriginals.has(kind)),
  }
}

/** What only papers lack that both heads sign. */
const ofTheOriginals: ReadonlySet<MinutesProblem['kind']> = new Set(['signatureDateMissing'])

function facts({ dossier, language }: ReportInput): Block {
  const { meeting, relationship } = dossier
  const words = paperWords(language)
  const zone = zoneLabel(meeting.zone)
  const time = writtenSpan(meeting.from, meeting.to, daysToEnd(meeting), language)
  const headOf = (side: Side) => dossier.delegates.find((one) => one.side === side && one.role === 'head')
  const signature = (side: Side): string | readonly Run[] => {
    const head = headOf(side)
    if (!head?.signedOn) return words.notSigned
    return joined([saidIn(head.signedAt, language), writtenDate(head.signedOn, language)], ', ')
  }
  const sides = [relationship.ownSide, relationship.otherSide]
  const rows: readonly (readonly [string, string | Run | readonly Run[]])[] = [
    [words.ownTitle, saidIn(meeting.title, language)],
    [words.kindOfMeeting, meeting.kind === null ? '' : words.kinds[meeting.kind]],
    [words.venue, meeting.venue],
    [words.time, zone === null ? time : `${time} ${zone}`],
    ...sides.map((side) => {
      const head = headOf(side)
      const named = [head?.honorific, head?.name].filter(Boolean).join(' ')
      return [words.head(side), head ? joined([named, saidIn(head.title, language)], ', ') : '–'] as const
    }),
    ...sides.map((side) => [words.signed(side), signature(side)] as const),
  ]
  return {
    kind: 'table',
    use: 'facts',
    header: [],
    rows: rows
      .map(([name, value]) => [{ runs: [{ text: name, bold: true }] }, cell(value)] as const)
      .filter(([, { runs }]) => runs.length > 0),
  }
}

/** Each note behind the section of its item. */
function withNotes(sections: readonly Block[], input: ReportInput): readonly Block[] {
  const { dossier, language } = input
  const items = new Map<number, AgendaItemId>(
    [...itemNumbers(dossier.agenda)].map(([id, number]) => [number, id]),
  )
  const notesOf = (number: number | null): readonly Block[] => {
    const item = number === null ? undefined : items.get(number)
    const notes = dossier.notes.filter(({ itemId }) => itemId !== null && itemId === item)
    if (notes.length === 0) return []
    return [heading(paperWords(language).notes), ...notes.map((note) => said(note, input))]
  }
  let open: number | null = null
  const all: Block[] = []
  for (const block of sections) {
    if (block.kind === 'heading') {
      all.push(...notesOf(open))
      open = block.number
    }
    all.push(block)
  }
  return [...all, ...notesOf(open)]
}

function said({ visibility, words, madeBy, madeAt }: Note, { dossier, language }: ReportInput): Block {
  const day = Temporal.Instant.from(madeAt).toZonedDateTimeISO(dossier.meeting.zone).toPlainDate()
  const label = paperWords(language).note(visibility, madeBy, day.toString())
  return {
    kind: 'paragraph',
    number: null,
    runs: [{ text: `${label}\n`, italic: true }, { text: words }],
  }
}

function actionTable(actions: readonly Action[], { dossier, language, agencies }: ReportInput): Block {
  const words = paperWords(language)
  const { meeting } = dossier
  const lines = (...parts: readonly (string | Run)[]) =>
    cell(
      joined(
        parts.filter((part) => (typeof part === 'string' ? part : part.text) !== ''),
        '\n',
      ),
    )
  const labelled = (label: string, value: string) => (value.trim() === '' ? '' : `${label}: ${value}`)
  return {
    kind: 'table',
    use: 'followUp',
    header: words.internalColumns.map((text) => [{ text }]),
    rows: actions.map((action) => {
      const due = dueAsLeftBy(meeting.id, action)
      const agency = action.agencyId === null ? undefined : agencies.get(action.agencyId)
      const state = standingOn(action, meeting.heldOn)
      const since =
        state !== 'open' && action.closedOn
          ? words.since(words.state[state], action.closedOn)
          : words.state[state]
      return [
        cell(writtenNumber(action.number)),
        lines(minutesWords(language).side(action.side), agency ? saidIn(agency, language) : ''),
        cell(saidIn(action.what, language)),
        lines(due ? writtenDate(due, language) : words.noDate, labelled(words.channel, action.channel)),
        lines(since, labelled(words.evidence, action.evidence)),
      ]
    }),
  }
}

/** The annexes with the whole programme in place of the shared one. */
function withProgramme(annexes: readonly Block[], { dossier, language }: ReportInput): readonly Block[] {
  const isProgramme = (block: Block | undefined) => block?.kind === 'table' && block.use === 'programme'
  const others = annexes.filter((block, index) => !isProgramme(block) && !isProgramme(annexes[index + 1]))
  if (dossier.programme.length === 0) return others
  const words = minutesWords(language)
  const inOrder = dossier.programme.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const table: Block = {
    kind: 'table',
    use: 'programme',
    header: words.programmeColumns.map((text) => [{ text }]),
    rows: inOrder.map((event) => {
      const { heldOn, from, to, title, place, visibility } = event
      const mark = visibility === 'internal' ? ` (${paperWords(language).ofThisSide})` : ''
      return [
        cell(writtenDate(heldOn, language)),
        cell(writtenSpan(from, to, daysToEnd({ from, to }), language)),
        cell(joined([saidIn(title, language), mark])),
        cell(place),
      ]
    }),
  }
  const at = others.findIndex((block) => block.kind === 'table' && block.use === 'agenda') + 1
  return others.toSpliced(at, 0, heading(words.programme), table)
}

function keyOf({ heldOn, from, id }: ProgrammeEvent): string {
  return heldOn + from + id
}
