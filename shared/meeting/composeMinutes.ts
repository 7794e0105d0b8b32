import type { ActionId, AgendaItemId, DecisionId, TextId } from '../ids.ts'
import type { CalendarDate, ComposedLanguage, LocalTime, Side, Wording } from '../values.ts'
import { agendaTimes } from './agendaTimes.ts'
import { countries, countryOf } from './countries.ts'
import { isNumbered, itemNumbers } from './itemNumbers.ts'
import { dueAsLeftBy, standingOn, writtenNumber } from './meeting.ts'
import { isCalledOff } from './meetingStatus.ts'
import { openCorrections } from './minutesLife.ts'
import type { Action, AgendaItem, Decision, Delegate, Figure, MeetingDossier } from './meeting.ts'
import type { Block, MinutesDocument, MinutesPreview, MinutesProblem, Run } from './minutesDocument.ts'
import { type Followed, minutesWords, writtenAmount, writtenSpan } from './minutesWords.ts'
import { joined, plain, runs, saidIn } from './runs.ts'
import { daysAt, daysToEnd, endsOn } from './timeSpan.ts'
import { namesADay, writtenDate } from './writtenDate.ts'
import { type Piece, writtenPieces } from './writtenPieces.ts'

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
 * One section for each item of the agenda, under the heading of its section; none for a break: what the record can say itself, then what a person wrote
 * (only that, where the person has taken the item over). Paragraphs are numbered where a section has two or more.
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
  const words = minutesWords(language)
  const problems = new Map<string, MinutesProblem>()
  const tell = (problem: MinutesProblem): void => void problems.set(JSON.stringify(problem), problem)
  const placed = new Set<string>() // decisions and actions that a text has said

  const sides =
    keptBy === relationship.otherSide
      ? [relationship.otherSide, relationship.ownSide]
      : [relationship.ownSide, relationship.otherSide]
  const [first = relationship.ownSide, second = relationship.otherSide] = sides
  const heads = new Map(sides.map((side) => [side, headOf(side)]))
  const numbers = itemNumbers(agenda)
  const decisions = new Map<string, Decision>(dossier.decisions.map((decision) => [decision.id, decision]))
  const actions = new Map<string, Action>(
    [...dossier.formerActions, ...dossier.actions].map((action) => [action.id, action]),
  )
  const figures = new Map<string, Figure>(dossier.figures.map((figure) => [figure.id, figure]))
  const people = new Map<string, Delegate>(dossier.delegates.map((one) => [one.id, one]))
  const saidDecisions = new Set<DecisionId>()
  const saidActions = new Set<ActionId>()
  const cited = new Map<string, Figure>()

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
    blocks: [...titleBlock(), ...sections, signatures(), ...annexes(sections)],
  }
  return { document, problems: [...problems.values()] }

  function say(wording: Wording): Run {
    const run = saidIn(wording, language)
    if (run.language) tell({ kind: 'wordingMissing', what: run.text, language })
    return run
  }

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
    const said = item.composition === 'composed' ? [...composed(item), ...ended(item, written)] : []
    const body = [...said, ...written]
    if (body.length === 0 && (item.part === 'discussion' || item.part === 'closing' || isOwn(item)))
      tell({ kind: 'textMissing', itemNumber: number, language })
    return [{ kind: 'heading', number, runs: joined([say(item.title)]) }, ...numbered(body, number)]
  }

  function writtenFor(item: AgendaItem, number: number): readonly Body[] {
    const text = dossier.texts.find((text) => text.itemId === item.id && text.language === language)
    const doc = text && docs.get(text.textId)
    if (doc === undefined) return []
    const orLost =
      (what: 'figure' | 'person' | 'decision' | 'action', say: (id: string) => readonly Run[] | null) =>
      (id: string) => {
        const said = say(id)
        if (said === null) tell({ kind: 'referenceLost', itemNumber: number, what })
        return said ?? []
      }
    const saying = {
      figure: orLost('figure', sayFigure),
      person: orLost('person', sayPerson),
      decision: orLost('decision', sayDecision),
      action: orLost('action', sayAction),
    }
    const { pieces, brackets } = writtenPieces(doc, language, saying)
    for (const bracket of brackets)
      tell({ kind: 'openBracket', itemNumber: number, words: shortened(bracket.words) })
    const inActions = item.part === 'actions' && item.composition === 'composed'
    return pieces.flatMap((piece): readonly Body[] => {
      if (piece.kind !== 'decision' && piece.kind !== 'action') return [piece]
      // In the section of the actions the table has it already.
      if (inActions && dossier.actions.some(({ id }) => id === piece.id)) return []
      const runs = saying[piece.kind](piece.id)
      if (runs.length === 0) return []
      const of = recordOf(piece)
      if (of.record && placed.has(piece.id))
        tell({ kind: 'saidTwice', itemNumber: number, what: piece.kind, number: of.record.number })
      placed.add(piece.id)
      return [{ kind: 'paragraph', runs, ...of }]
    })
  }

  /** Which decision or action a paragraph says. */
  function recordOf({ kind, id }: Extract<Piece, { kind: 'decision' | 'action' }>) {
    const decision = kind === 'decision' ? decisions.get(id) : undefined
    const record = decision ?? actions.get(id)
    if (!record) return {}
    const outcome = decision?.outcome ?? null
    return { record: { kind, number: writtenNumber(record.number), outcome } }
  }

  /** A decision by its wording. */
  function sayDecision(id: string): readonly Run[] | null {
    const decision = decisions.get(id)
    if (!decision) return null
    saidDecisions.add(decision.id)
    return joined([say(decision.wording)])
  }

  /** An action as a sentence. */
  function sayAction(id: string): readonly Run[] | null {
    const action = actions.get(id)
    if (!action) return null
    saidActions.add(action.id)
    const due = dueThen(action)
    return words.actionSaid(
      writtenNumber(action.number),
      action.side,
      say(action.what),
      due && writtenDate(due, language),
    )
  }

  function composed(item: AgendaItem): readonly Body[] {
    switch (item.part) {
      case 'opening':
        return [{ kind: 'paragraph', runs: opening() }]
      case 'adoption': {
        const added = agenda.flatMap(({ id, addedBy }) => {
          const number = numbers.get(id)
          return addedBy && number !== undefined ? [{ number, by: addedBy }] : []
        })
        const moved = agenda.flatMap(({ id, movedBy }) => {
          const number = numbers.get(id)
          return movedBy && number !== undefined ? [{ number, by: movedBy }] : []
        })
        const takenOff = dossier.takenOff.map(({ title, by }) => ({ title: say(title), by }))
        return [{ kind: 'paragraph', runs: words.adopted(2, { added, takenOff, moved }) }]
      }
      case 'review':
        return review()
      case 'actions':
        for (const { id } of dossier.actions) saidActions.add(id)
        return dossier.actions.length === 0 ? [] : [actionTable()]
      case 'nextMeeting':
        return next()
      default:
        return []
    }
  }

  /** What became of an item that was not taken up. That it was is said only where nobody wrote what was said. */
  function ended({ endedAs }: AgendaItem, written: readonly Body[]): readonly Body[] {
    if (endedAs === null || (endedAs === 'discussed' && written.length > 0)) return []
    return [{ kind: 'paragraph', runs: [{ text: words.ended[endedAs] }] }]
  }

  function opening(): readonly Run[] {
    const held = words.heldAt({
      ...meeting,
      shortName: say(series.shortName),
      place: say(meeting.place),
      date: writtenDate(meeting.heldOn, language),
      until: daysToEnd(meeting) === 0 ? null : writtenDate(endsOn(meeting.heldOn, meeting), language),
    })
    const headed = sides.flatMap((side) => {
      const head = heads.get(side)
      return head ? [words.headedBy(side, nameAndTitle(head))] : []
    })
    return joined([held, ...headed, words.delegatesIn(1)], ' ')
  }

  /**
   * Whether the former minutes were confirmed, then a sentence for each meeting whose promises are looked at, the last
   * one first, then each date that was moved, then each matter that comes from an earlier meeting, in the order of the
   * agenda.
   */
  function review(): readonly Body[] {
    const former = dossier.formerActions
    const byMeeting = [...new Set(former.map(({ meetingId }) => meetingId))]
      .map((id) => former.filter(({ meetingId }) => meetingId === id))
      .toSorted(([one], [other]) => (other?.number.meeting ?? 0) - (one?.number.meeting ?? 0))
    const counted = byMeeting.flatMap((actions): readonly Body[] => {
      const [one] = actions
      if (!one) return []
      const followed: Followed = {
        all: actions.length,
        done: actions.filter((action) => standing(action) === 'done').length,
        withdrawn: actions.filter((action) => standing(action) === 'withdrawn').length,
        stillOpen: one.meetingId !== dossier.lastMeetingId,
      }
      return [{ kind: 'paragraph', runs: [{ text: words.reviewed(one.number.meeting, followed) }] }]
    })
    const moved = former.flatMap((action): readonly Body[] => {
      const change = action.dueChanges.findLast(({ meetingId }) => meetingId === meeting.id)
      if (!change || standing(action) !== 'open') return []
      const sentence = words.dueMoved({
        number: writtenNumber(action.number),
        what: inSentence(say(action.what)),
        to: change.to && writtenDate(change.to, language),
        later: change.from !== null && change.to !== null && change.to > change.from,
      })
      return [{ kind: 'paragraph', runs: sentence }]
    })
    const carried = agenda.flatMap(({ id, title }): readonly Body[] => {
      const number = numbers.get(id)
      const from = dossier.carried.find(({ itemId }) => itemId === id)?.stood[0]
      if (number === undefined || !from) return []
      const { meeting, item } = from
      const deferredBy = from.deferredBy && writtenNumber(from.deferredBy)
      return [
        { kind: 'paragraph', runs: words.carried({ meeting, item, title: say(title), deferredBy, number }) },
      ]
    })
    return [...confirmed(), ...counted, ...moved, ...carried]
  }

  /** That the minutes of the meeting before were confirmed, with a line for each thing that was amended. */
  function confirmed(): readonly Body[] {
    if (!dossier.confirmed) return []
    const { number, amendments } = dossier.confirmed
    return [
      { kind: 'paragraph', runs: [{ text: words.confirmed(number, amendments.length > 0) }] },
      ...amendments.map((what, index): Body => ({
        kind: 'listItem',
        marker: `(${index + 1})`,
        depth: 0,
        runs: joined([say(what)]),
      })),
    ]
  }

  /** How an action stood on the day of the meeting: later work does not change old minutes. */
  function standing(action: Action): Action['state'] {
    return standingOn(action, meeting.heldOn)
  }

  /** The due date as this meeting left it: a later meeting may have moved it, and old minutes do not change. */
  function dueThen(action: Action): CalendarDate | null {
    return dueAsLeftBy(meeting.id, action)
  }

  function actionTable(): Body {
    return {
      kind: 'table',
      use: 'actions',
      header: words.actionColumns.map((text) => [{ text }]),
      rows: dossier.actions.map((action) => {
        const due = dueThen(action)
        return [
          cell(writtenNumber(action.number)),
          cell(words.side(action.side)),
          cell(say(action.what)),
          cell(due ? words.byDate(writtenDate(due, language)) : '–'),
        ]
      }),
    }
  }

  function next(): readonly Body[] {
    const place = meeting.next ? say(meeting.next.place) : { text: '' }
    const when = meeting.next ? say(meeting.next.when) : { text: '' }
    if (!place.text && !when.text) {
      tell({ kind: 'nextMeetingMissing' })
      return []
    }
    // Words with a day need no more; words with a clause of their own say what is open themselves.
    const settled = namesADay(when.text, when.language ?? language) || when.text.includes(';')
    const sentence = words.nextMeeting({
      number: meeting.number + 1,
      place: place.text ? place : null,
      when: when.text ? when : null,
      datesOpen: !settled,
    })
    return [{ kind: 'paragraph', runs: sentence }]
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

  function annexes(body: readonly Block[]): readonly Block[] {
    const taken = body
      .flatMap((block) => ('runs' in block ? [...plain(block.runs).matchAll(words.annexMentioned)] : []))
      .map(([, number]) => Number(number))
    return [
      { kind: 'annex', number: 1, runs: [{ text: words.delegates }] },
      ...sides.flatMap(delegatesOf),
      { kind: 'annex', number: 2, runs: [{ text: words.agenda }] },
      agendaTable(),
      ...programme(),
      ...(cited.size === 0 ? [] : figuresAnnex(Math.max(2, ...taken) + 1)),
    ]
  }

  function delegatesOf(side: Side): readonly Block[] {
    // Whoever leads is named even when the record has no presence for him: the opening says that he led.
    const delegates = dossier.delegates
      .filter(({ presence, role, side: of }) => of === side && (isSeated(presence) || role === 'head'))
      .toSorted((one, other) => one.position - other.position)
    if (delegates.length === 0) return []
    return [
      { kind: 'subheading', runs: [{ text: words.delegationHeading(side) }] },
      {
        kind: 'table',
        use: 'delegates',
        header: words.delegateColumns.map((text) => [{ text }]),
        rows: delegates.map((delegate, index) => [
          cell(String(index + 1)),
          { runs: fullName(delegate) },
          cell(say(delegate.title)),
          cell(say(delegate.agency)),
          cell([words.role[delegate.role], representedBy(delegate)].filter(Boolean).join('; ')),
        ]),
      },
    ]
  }

  /** "represented by Mr. A. Wirawan"; empty where nobody sat for him. */
  function representedBy({ presence, representedBy: by }: Delegate): string {
    if (presence !== 'represented' || by === null) return ''
    if ('name' in by) return words.representedBy(by.name)
    const seat = people.get(by.delegateId)
    return seat ? words.representedBy(nameOf(seat)) : ''
  }

  function fullName(delegate: Delegate): readonly Run[] {
    const name = nameOf(delegate)
    return delegate.khmerName
      ? [{ text: `${name}\n` }, { text: delegate.khmerName, language: 'km' }]
      : [{ text: name }]
  }

  function agendaTable(): Block {
    const times = agendaTimes(meeting, agenda).items
    return {
      kind: 'table',
      use: 'agenda',
      header: words.agendaColumns(meeting.zone).map((text) => [{ text }]),
      rows: agenda.map((item, index) => {
        if (item.part === 'section') return [cell(''), cell(''), cell(say(item.title)), cell('')]
        const number = numbers.get(item.id)
        const { from, to, ends } = times[index] ?? { ...meeting, ends: 0 }
        const added = item.addedBy ? ` (${words.addedAtAdoption(item.addedBy)})` : ''
        return [
          cell(span(from, to, daysAt(ends))),
          cell(number === undefined ? '' : String(number)),
          { runs: joined([say(item.title), added]) },
          cell(number === undefined ? '' : leadOf(item)),
        ]
      }),
    }
  }

  function span(from: LocalTime, to: LocalTime, days: number): string {
    return writtenSpan(from, to, days, language)
  }

  function leadOf({ lead }: AgendaItem): string {
    return lead === null || lead === 'both' ? words.coChairs : countryOf(lead).name[language]
  }

  function programme(): readonly Block[] {
    const events = dossier.programme
      .filter(({ visibility }) => visibility === 'shared')
      .toSorted((one, other) => compare(one.heldOn + one.from + one.id, other.heldOn + other.from + other.id))
    if (events.length === 0) return []
    return [
      { kind: 'subheading', runs: [{ text: words.programme }] },
      {
        kind: 'table',
        use: 'programme',
        header: words.programmeColumns.map((text) => [{ text }]),
        rows: events.map(({ heldOn, from, to, title, place }) => [
          cell(writtenDate(heldOn, language)),
          cell(span(from, to, daysToEnd({ from, to }))),
          cell(say(title)),
          cell(place),
        ]),
      },
    ]
  }

  function figuresAnnex(number: number): readonly Block[] {
    return [
      { kind: 'annex', number, runs: [{ text: words.figures }] },
      {
        kind: 'table',
        use: 'figures',
        header: words.figureColumns.map((text) => [{ text }]),
        rows: [...cited.values()].map((figure) => [
          cell(say(figure.what)),
          { runs: amount(figure) },
          cell(say(figure.period)),
          cell(figure.place),
          cell(
            joined(
              [figure.source, figure.asOf ? words.asOf(writtenDate(figure.asOf, language)) : ''].filter(
                Boolean,
              ),
              ', ',
            ),
          ),
        ]),
      },
    ]
  }

  function sayFigure(id: string): readonly Run[] | null {
    const figure = figures.get(id)
    if (!figure) return null
    cited.set(id, figure)
    if (figure.source.trim() === '')
      tell({ kind: 'figureWithoutSource', words: plain(joined([amount(figure), say(figure.what)], ' ')) })
    return amount(figure)
  }

  function amount({ value, unit }: Figure): readonly Run[] {
    const measured = say(unit)
    return runs`${writtenAmount(value, language)}${measured.text === '%' ? '' : ' '}${measured}`
  }

  function sayPerson(id: string): readonly Run[] | null {
    const person = people.get(id)
    return person ? [{ text: nameOf(person) }] : null
  }

  function nameAndTitle(delegate: Delegate): readonly Run[] {
    const title = say(delegate.title)
    const by = representedBy(delegate)
    return joined([nameOf(delegate), ...(title.text ? [title] : []), ...(by ? [by] : [])], ', ')
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

type Body = Exclude<Piece, { kind: 'decision' | 'action' }>

/** Stands for what is still to be filled in by hand. */
const blank = '……………………'

/** Whether somebody sat for him: he himself, or who represented him. */
function isSeated(presence: Delegate['presence']): boolean {
  return presence === 'present' || presence === 'represented'
}

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

function cell(words: string | Run | readonly Run[]) {
  return { runs: joined([words]) }
}

function nameOf({ honorific, name }: Delegate): string {
  return [honorific, name].filter(Boolean).join(' ')
}

function shortened(words: string): string {
  const points = [...words]
  return points.length > 120 ? `${points.slice(0, 119).join('')}…` : words
}

/** Words as they stand inside a sentence: the first letter small, unless it begins a name or an abbreviation. */
function inSentence(run: Run): Run {
  const [word = ''] = run.text.split(/[\s,.:;-]/)
  const isName = countries.some(({ name, adjective }) =>
    [adjective, ...Object.values(name)].some((named) => named.split(' ')[0] === word),
  )
  const isAbbreviation = word.length > 1 && word === word.toUpperCase()
  if (isName || isAbbreviation) return run
  return { ...run, text: run.text.slice(0, 1).toLowerCase() + run.text.slice(1) }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
