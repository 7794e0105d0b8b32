import type { CalendarDate, Side } from '../values.ts'
import { countries } from './countries.ts'
import type { Action, AgendaItem, Delegate } from './meeting.ts'
import { dueAsLeftBy, standingOn, writtenNumber } from './meeting.ts'
import type { Run } from './minutesDocument.ts'
import type { Followed } from './minutesWords.ts'
import { type Body, cell, type MinutesContext, nameOf } from './minutesContext.ts'
import { joined } from './runs.ts'
import { daysToEnd, endsOn } from './timeSpan.ts'
import { namesADay, writtenDate } from './writtenDate.ts'

/**
 * What the record says itself in the items of a meeting: who met, what was adopted, what became of promises, what comes
 * next.
 */
export function createSaidByRecord(context: MinutesContext, heads: ReadonlyMap<Side, Delegate | undefined>) {
  const { dossier, meeting, agenda, language, words, sides, numbers, say, tell, representedBy } = context
  return { composed, ended, nameAndTitle }

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
      shortName: say(dossier.series.shortName),
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

  function nameAndTitle(delegate: Delegate): readonly Run[] {
    const title = say(delegate.title)
    const by = representedBy(delegate)
    return joined([nameOf(delegate), ...(title.text ? [title] : []), ...(by ? [by] : [])], ', ')
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
