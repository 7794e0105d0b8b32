import type { ComposedLanguage, Side, Wording } from '../values.ts'
import { itemNumbers } from './itemNumbers.ts'
import type { Delegate, Figure, MeetingDossier } from './meeting.ts'
import type { MinutesProblem, Run } from './minutesDocument.ts'
import { minutesWords, writtenAmount } from './minutesWords.ts'
import { joined, runs, saidIn } from './runs.ts'
import type { Piece } from './writtenPieces.ts'

export type MinutesContext = ReturnType<typeof createMinutesContext>

/** A piece of the body of an item. */
export type Body = Exclude<Piece, { kind: 'decision' | 'action' }>

/**
 * What every part of the minutes of a meeting says its words with, and tells what is missing to. The side that keeps
 * the original stands first in `sides`.
 */
export function createMinutesContext(dossier: MeetingDossier, language: ComposedLanguage, keptBy: Side) {
  const { meeting, relationship, agenda } = dossier
  const words = minutesWords(language)
  const problems = new Map<string, MinutesProblem>()
  const people = new Map<string, Delegate>(dossier.delegates.map((one) => [one.id, one]))
  const sides: readonly [Side, Side] =
    keptBy === relationship.otherSide
      ? [relationship.otherSide, relationship.ownSide]
      : [relationship.ownSide, relationship.otherSide]
  const numbers = itemNumbers(agenda)
  return {
    dossier,
    meeting,
    agenda,
    language,
    words,
    problems,
    people,
    sides,
    numbers,
    say,
    tell,
    amount,
    representedBy,
  }

  function tell(problem: MinutesProblem): void {
    problems.set(JSON.stringify(problem), problem)
  }

  /** The words in the language of the minutes; those of another are marked, and told. */
  function say(wording: Wording): Run {
    const run = saidIn(wording, language)
    if (run.language) tell({ kind: 'wordingMissing', what: run.text, language })
    return run
  }

  function amount({ value, unit }: Figure): readonly Run[] {
    const measured = say(unit)
    return runs`${writtenAmount(value, language)}${measured.text === '%' ? '' : ' '}${measured}`
  }

  /** "represented by Mr. A. Wirawan"; empty where nobody sat for him. */
  function representedBy({ presence, representedBy: by }: Delegate): string {
    if (presence !== 'represented' || by === null) return ''
    if ('name' in by) return words.representedBy(by.name)
    const seat = people.get(by.delegateId)
    return seat ? words.representedBy(nameOf(seat)) : ''
  }
}

/** The words of a cell of a table. */
export function cell(words: string | Run | readonly Run[]) {
  return { runs: joined([words]) }
}

/** A name with its honorific in front. */
export function nameOf({ honorific, name }: Delegate): string {
  return [honorific, name].filter(Boolean).join(' ')
}

/** Whether somebody sat for him: he himself, or who represented him. */
export function isSeated(presence: Delegate['presence']): boolean {
  return presence === 'present' || presence === 'represented'
}
