import type { AgendaItemId, TextId } from '../ids.ts'
import type { CalendarDate, ComposedLanguage, Side, Wording } from '../values.ts'
import { countryOf } from './countries.ts'
import { isNumbered } from './itemNumbers.ts'
import { writtenNumber } from './meeting.ts'
import type { AgendaItem, Delegate, MeetingDossier } from './meeting.ts'
import { isCalledOff } from './meetingStatus.ts'
import { composeAnnexes } from './minutesAnnexes.ts'
import { type Body, createMinutesContext, isSeated } from './minutesContext.ts'
import type { Block, MinutesDocument, MinutesPreview, Run } from './minutesDocument.ts'
import { createItemTexts } from './minutesItemTexts.ts'
import { openCorrections } from './minutesLife.ts'
import { createSaidByRecord } from './minutesSaid.ts'
import { joined, plain } from './runs.ts'
import { writtenDate } from './writtenDate.ts'

type MinutesInput = {
  readonly dossier: MeetingDossier
  /** The texts of the items in `language`, as ProseMirror JSON of the text schema. */
  readonly docs: ReadonlyMap<TextId, unknown>
  readonly language: ComposedLanguage
  readonly keptBy: Side
  readonly sample: boolean
  /** The first 16 hexadecimal digits of the end of the audit log; null where the blocks alone are asked for. */
  readonly auditHead: string | null
  /** Only the section of this item; annexes and signatures are those of the whole minutes. */
  readonly only?: AgendaItemId
}

/**
 * The agreed minutes of a meeting as blocks, and what is missing from them.
 *
 * One section for each item of the agenda, under the heading of its section; none for a break: what the record can say
 * itself, then what a person wrote (only that, where the person has taken the item over). Paragraphs are numbered where
 * a section has two or more.
 * By the alternat the side that keeps the original stands first in the title, in the sentences on the heads, in the
 * lists of delegates and in the signatures; nothing else differs between the two originals. Annexes follow: 1 the
 * lists of delegates, 2 the agenda, then the figures cited, under the first number that no text has given to a paper
 * of its own ("The working text is in Annex 3").
 *
 * Only what both sides may see goes in. Notes stay out whether shared or not: minutes say what the meeting
 * agreed. So do the meeting's own title and venue, internal events, and of actions the agency, channel and evidence.
 * Words that nobody wrote in `language` are taken from another, marked as such, and told. Actions
 * stand as they stood on the day of the meeting, so later work does not change old minutes.
 *
 * Source: domain, usual shape of agreed minutes; rules beside the sample minutes.
 */
export function composeMinutes(input: MinutesInput): MinutesPreview {
  const { dossier, docs, language, keptBy, sample, auditHead, only } = input
  const { meeting, series, relationship, agenda } = dossier
  const context = createMinutesContext(dossier, language, keptBy)
  const { words, sides, numbers, say, tell } = context
  const [first, second] = sides
  const heads = new Map(sides.map((side) => [side, headOf(side)]))
  const { writtenFor, saidDecisions, saidActions, cited } = createItemTexts(context, docs)
  const { composed, ended, nameAndTitle } = createSaidByRecord(context, heads)

  const sections = agenda.flatMap((item): readonly Block[] => {
    if (item.part === 'section')
      return only === undefined ? [{ kind: 'subheading', runs: joined([say(item.title)]) }] : []
    const number = numbers.get(item.id)
    return number === undefined || (only !== undefined && only !== item.id) ? [] : section(item, number)
  })
  if (isCalledOff(meeting.status)) tell({ kind: 'meetingCalledOff' })
  for (const { number, side } of openCorrections(dossier.minutes))
    tell({ kind: 'correctionOpen', number, side })
  for (const { id, number } of dossier.decisions)
    if (!saidDecisions.has(id)) tell({ kind: 'notInText', what: 'decision', number: writtenNumber(number) })
  for (const { id, number } of dossier.actions)
    if (!saidActions.has(id)) tell({ kind: 'notInText', what: 'action', number: writtenNumber(number) })

  const document: MinutesDocument = {
    language,
    keptBy: first,
    classification: meeting.classification,
    internal: false,
    sample,
    auditHead,
    version: dossier.minutes.sealed === null ? null : dossier.minutes.version,
    fileName: fileName(),
    facts: {
      place: say(meeting.place).text,
      date: writtenDate(meeting.heldOn, language),
      heads: [...heads.values()].flatMap((head) => (head ? [plain(nameAndTitle(head))] : [])),
    },
    blocks: [...titleBlock(), ...sections, signatures(), ...composeAnnexes(context, sections, cited)],
  }
  return { document, problems: [...context.problems.values()] }

  function headOf(side: Side): Delegate | undefined {
    const heads = dossier.delegates
      .filter((delegate) => delegate.side === side && delegate.role === 'head')
      .toSorted((one, other) => one.position - other.position)
    if (heads.length === 0) tell({ kind: 'headMissing', side })
    if (heads.length > 1) tell({ kind: 'twoHeads', side })
    if (heads[0] && !isSeated(heads[0].presence)) tell({ kind: 'headAbsent', side })
    return heads[0]
  }

  function titleBlock(): readonly Block[] {
    return [
      { kind: 'title', runs: [{ text: words.agreedMinutes }] },
      {
        kind: 'title',
        runs: words.ofTheMeeting(meeting.number, say(series.name), say(series.shortName)),
      },
      { kind: 'title', runs: [{ text: words.betweenTheSides(first, second) }] },
      { kind: 'placeAndDate', runs: placeAndDate(meeting.place, meeting.heldOn) },
    ]
  }

  function section(item: AgendaItem, number: number): readonly Block[] {
    const written = writtenFor(item, number)
    const isComposed = item.composition === 'composed'
    const said = isComposed ? [...composed(item), ...ended(item, written)] : []
    if (isComposed && item.part === 'actions') for (const { id } of dossier.actions) saidActions.add(id)
    const body = [...said, ...written]
    if (body.length === 0 && (item.part === 'discussion' || item.part === 'closing' || isOwn(item)))
      tell({ kind: 'textMissing', itemNumber: number, language })
    return [{ kind: 'heading', number, runs: joined([say(item.title)]) }, ...numbered(body, number)]
  }

  function signatures(): Block {
    return {
      kind: 'signatures',
      columns: sides.map((side) => {
        const head = heads.get(side)
        const place = head ? say(head.signedAt) : { text: '' }
        if (head && (!place.text || !head.signedOn)) tell({ kind: 'signatureDateMissing', side })
        return {
          side,
          delegation: [{ text: words.forTheDelegation(side) }],
          placeAndDate: joined(
            [place.text ? place : blank, head?.signedOn ? writtenDate(head.signedOn, language) : blank],
            ', ',
          ),
          name: [{ text: head ? head.signsAs || head.name.toUpperCase() : blank }],
        }
      }),
    }
  }

  function placeAndDate(place: Wording, date: CalendarDate): readonly Run[] {
    return joined([say(place), writtenDate(date, language)], ', ')
  }

  function fileName(): string {
    const level = { open: 'B', restricted: 'T', secret: 'R' }[meeting.classification] // Perka ANRI 17/2011
    const parts = [
      `${words.fileTitle} ${meeting.number}`,
      `${countryOf(relationship.ownSide).name[language]}-${countryOf(relationship.otherSide).name[language]}`,
      meeting.heldOn,
      language.toUpperCase(),
      words.original(first),
      level,
    ]
    return parts.join(', ').replace(/[\\/:*?"<>|]/g, '-')
  }
}

/** Stands for what is still to be filled in by hand. */
const blank = '……………………'

function isOwn(item: AgendaItem): boolean {
  return item.composition === 'written' && isNumbered(item)
}

function numbered(body: readonly Body[], section: number): readonly Block[] {
  const many = body.filter(({ kind }) => kind === 'paragraph').length > 1
  let count = 0
  return body.map((block) =>
    block.kind === 'paragraph' ? { ...block, number: many ? `${section}.${++count}` : null } : block,
  )
}
