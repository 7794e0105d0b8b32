import type { LocalTime, Side } from '../values.ts'
import { agendaTimes } from './agendaTimes.ts'
import { countryOf } from './countries.ts'
import type { AgendaItem, Delegate, Figure } from './meeting.ts'
import type { Block, Run } from './minutesDocument.ts'
import { writtenSpan } from './minutesWords.ts'
import { cell, isSeated, type MinutesContext, nameOf } from './minutesContext.ts'
import { joined, plain } from './runs.ts'
import { daysAt, daysToEnd } from './timeSpan.ts'
import { writtenDate } from './writtenDate.ts'

/**
 * The annexes of minutes: 1 the lists of delegates, 2 the agenda and the programme, then the figures that were cited,
 * under the first number that `body` has given to no paper of its own.
 */
export function composeAnnexes(
  context: MinutesContext,
  body: readonly Block[],
  cited: ReadonlyMap<string, Figure>,
): readonly Block[] {
  const { dossier, meeting, agenda, language, words, sides, numbers, say, amount, representedBy } = context
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
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
