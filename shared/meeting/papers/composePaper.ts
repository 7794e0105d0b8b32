import type { AgencyId, AgendaItemId, TextId } from '../../ids.ts'
import type { ComposedLanguage, Wording } from '../../values.ts'
import { composeMinutes } from '../composeMinutes.ts'
import { itemNumbers } from '../itemNumbers.ts'
import { type MeetingDossier, writtenNumber } from '../meeting.ts'
import type { Block, MinutesPreview, MinutesProblem } from '../minutesDocument.ts'
import { minutesWords } from '../minutesWords.ts'
import { joined, plain } from '../runs.ts'
import { actionRows, type SharedActionRow } from './actionRows.ts'
import { internalReport } from './internalReport.ts'
import type { Paper } from './paper.ts'
import { decisionTable, followUpTable, heading, type PaperBody } from './paperBlocks.ts'
import { paperWords } from './paperWords.ts'

export type PaperInput = {
  readonly dossier: MeetingDossier
  /** The texts of the items in `language`, as ProseMirror JSON of the text schema. */
  readonly docs: ReadonlyMap<TextId, unknown>
  readonly language: ComposedLanguage
  readonly sample: boolean
  /** As in minutes. */
  readonly auditHead: string | null
  /** Names of the agencies of actions; only the internal report says them. */
  readonly agencies: ReadonlyMap<AgencyId, Wording>
}

/**
 * A paper of a meeting as blocks, and what is missing from it.
 *
 * All papers are cut out of the composed minutes, so no other words and no internal field can get into them. What
 * only the internal report says is put there by `internalReport` alone; the report says so on every page. Own side
 * first: there is one original of these. Throws a RangeError where the meeting has no such item, or it is a break.
 */
export function composePaper(paper: Paper, input: PaperInput): MinutesPreview {
  const { dossier, language, agencies } = input
  const { ownSide } = dossier.relationship
  const words = paperWords(language)
  const minutes = (only?: AgendaItemId) =>
    composeMinutes({ ...input, keptBy: ownSide, ...(only !== undefined && { only }) })
  const whole = minutes()
  const body = bodyOf()
  const blocks = [...titleOf(), ...body.blocks]
  return {
    document: {
      ...whole.document,
      internal: paper.kind === 'internalReport',
      fileName: fileName(),
      blocks,
    },
    problems: body.problems.filter(
      (problem) => problem.kind !== 'wordingMissing' || says(blocks, problem.what),
    ),
  }

  function bodyOf(): PaperBody {
    switch (paper.kind) {
      case 'agenda':
        return agenda(whole)
      case 'actions':
        return actions(dossier, language)
      case 'excerpt':
        return excerpt(paper.itemId, minutes(paper.itemId), input)
      case 'internalReport':
        return internalReport(whole, { dossier, language, agencies })
    }
  }

  /** The title of the minutes under a name of its own. */
  function titleOf(): readonly Block[] {
    const [, ...lines] = whole.document.blocks.filter(({ kind }) => kind === 'title')
    const when = whole.document.blocks.find(({ kind }) => kind === 'placeAndDate')
    const { agendaAdoptedOn } = dossier.meeting
    const state = agendaAdoptedOn === null ? words.proposal : words.adoptedOn(agendaAdoptedOn)
    const below = paper.kind === 'agenda' ? [`\n${state}`] : []
    return [
      { kind: 'title', runs: [{ text: words.title[paper.kind] }] },
      ...lines,
      ...(when?.kind === 'placeAndDate' ? [{ ...when, runs: joined([when.runs, ...below]) }] : []),
    ]
  }

  function fileName(): string {
    const [, ...rest] = whole.document.fileName.split(', ')
    const item = paper.kind === 'excerpt' ? itemNumbers(dossier.agenda).get(paper.itemId) : undefined
    const original = minutesWords(language).original(ownSide)
    return [
      `${words.fileTitle[paper.kind]} ${dossier.meeting.number}`,
      ...(item === undefined ? [] : [words.item(item)]),
      ...rest.filter((part) => part !== original),
    ].join(', ')
  }

  function agenda({ document, problems }: MinutesPreview): PaperBody {
    const blocks = document.blocks.filter((block) => block.kind === 'table' && block.use === 'agenda')
    return { blocks, problems: problems.filter(({ kind }) => kind === 'wordingMissing') }
  }

  function excerpt(
    itemId: AgendaItemId,
    { document, problems }: MinutesPreview,
    from: PaperInput,
  ): PaperBody {
    const start = document.blocks.findIndex(({ kind }) => kind === 'heading')
    if (start < 0) throw new RangeError('The meeting has no such item')
    const end = document.blocks.findIndex(({ kind }) => kind === 'signatures')
    const figures = document.blocks.filter((block) => block.kind === 'table' && block.use === 'figures')
    const names = namedIn(itemId, from)
    const of = (one: { readonly id: string; readonly itemId: string | null }) =>
      one.itemId === itemId || names.has(one.id)
    const decided = dossier.decisions.filter(of)
    const ids = new Set(dossier.actions.filter(of).map(({ number }) => writtenNumber(number)))
    const rows = actionRows(dossier, language).here.filter(({ number }) => ids.has(number))
    return {
      blocks: [
        ...document.blocks.slice(start, end),
        ...decisionTable(decided, language),
        ...(rows.length === 0 ? [] : [heading(words.actions), followUpTable(rows, language)]),
        ...(figures.length === 0 ? [] : [heading(minutesWords(language).figures), ...figures]),
      ],
      problems: problems.filter(({ kind }) => ofOneItem.has(kind)),
    }
  }
}

/** What can be missing from one item; the heads, the signatures and the next meeting are not its own. */
const ofOneItem: ReadonlySet<MinutesProblem['kind']> = new Set([
  ...(['textMissing', 'wordingMissing', 'openBracket', 'figureWithoutSource', 'referenceLost'] as const),
])

function actions(dossier: MeetingDossier, language: ComposedLanguage): PaperBody {
  const words = paperWords(language)
  const { here, before } = actionRows(dossier, language)
  const part = (title: string, rows: readonly SharedActionRow[]): readonly Block[] =>
    rows.length === 0 ? [] : [heading(title), followUpTable(rows, language)]
  const none: Block = { kind: 'paragraph', number: null, runs: [{ text: words.noActions }] }
  const blocks = [...part(words.actionsHere, here), ...part(words.actionsBefore, before)]
  const elsewhere = [...here, ...before].filter(({ what }) => what.language !== undefined)
  return {
    blocks: blocks.length === 0 ? [none] : blocks,
    problems: elsewhere.map(({ what }) => ({ kind: 'wordingMissing', what: what.text, language })),
  }
}

/** Whether words stand in blocks, whatever the case: titles are in capitals. */
function says(blocks: readonly Block[], words: string): boolean {
  const sought = words.toLowerCase()
  return blocks.some((block) => {
    if (block.kind === 'signatures') return false
    const lines =
      block.kind === 'table' ? [...block.header, ...block.rows.flat().map(({ runs }) => runs)] : [block.runs]
    return lines.some((runs) => plain(runs).toLowerCase().includes(sought))
  })
}

/** The ids of all things of the record that the text of an item names. */
function namedIn(itemId: AgendaItemId, { dossier, docs, language }: PaperInput): ReadonlySet<string> {
  const text = dossier.texts.find((one) => one.itemId === itemId && one.language === language)
  const names = new Set<string>()
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { attrs, content } = node as { attrs?: { recordId?: unknown }; content?: unknown }
    if (typeof attrs?.recordId === 'string') names.add(attrs.recordId)
    if (Array.isArray(content)) content.forEach(look)
  }
  look(text && docs.get(text.textId))
  return names
}
