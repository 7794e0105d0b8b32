import type { ComposedLanguage } from '../../values.ts'
import { type Decision, writtenNumber } from '../meeting.ts'
import type { Block, Cell, MinutesProblem, Run } from '../minutesDocument.ts'
import { joined, saidIn } from '../runs.ts'
import { writtenDate } from '../writtenDate.ts'
import type { SharedActionRow } from './actionRows.ts'
import { paperWords } from './paperWords.ts'

/** What a profile makes of the minutes: blocks below the title, and what is missing from them. */
export type PaperBody = { readonly blocks: readonly Block[]; readonly problems: readonly MinutesProblem[] }

/** Decisions by number, with what kind of outcome each is. */
export function decisionTable(decisions: readonly Decision[], language: ComposedLanguage): readonly Block[] {
  if (decisions.length === 0) return []
  const words = paperWords(language)
  return [
    heading(words.decisions),
    {
      kind: 'table',
      use: 'decisions',
      header: words.decisionColumns.map((text) => [{ text }]),
      rows: decisions.map(({ number, outcome, wording }) => [
        cell(writtenNumber(number)),
        cell(words.outcome[outcome]),
        cell(saidIn(wording, language)),
      ]),
    },
  ]
}

/** Actions as the counterpart may see them. */
export function followUpTable(rows: readonly SharedActionRow[], language: ComposedLanguage): Block {
  const words = paperWords(language)
  return {
    kind: 'table',
    use: 'followUp',
    header: words.followUpColumns.map((text) => [{ text }]),
    rows: rows.map(({ number, side, what, due, state }) => [
      ...[cell(number), cell(side), cell(what), cell(due ? writtenDate(due, language) : words.noDate)],
      cell(state),
    ]),
  }
}

export function heading(text: string): Block {
  return { kind: 'subheading', runs: [{ text }] }
}

export function cell(words: string | Run | readonly Run[]): Cell {
  return { runs: joined([words]) }
}
