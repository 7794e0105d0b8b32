import type { ActionId, DecisionId, TextId } from '../ids.ts'
import type { Action, AgendaItem, Decision, Figure } from './meeting.ts'
import { dueAsLeftBy, writtenNumber } from './meeting.ts'
import type { Run } from './minutesDocument.ts'
import { type Body, type MinutesContext, nameOf } from './minutesContext.ts'
import { joined, plain } from './runs.ts'
import { writtenDate } from './writtenDate.ts'
import { type Piece, writtenPieces } from './writtenPieces.ts'

/**
 * What persons wrote in the items of a meeting, with the things of the record that it names said in their words; and
 * which of them it said. `docs` are the texts of the items, as ProseMirror JSON of the text schema.
 */
export function createItemTexts(context: MinutesContext, docs: ReadonlyMap<TextId, unknown>) {
  const { dossier, meeting, language, words, people, say, tell, amount } = context
  const placed = new Set<string>() // decisions and actions that a text has said
  const decisions = new Map<string, Decision>(dossier.decisions.map((decision) => [decision.id, decision]))
  const actions = new Map<string, Action>(
    [...dossier.formerActions, ...dossier.actions].map((action) => [action.id, action]),
  )
  const figures = new Map<string, Figure>(dossier.figures.map((figure) => [figure.id, figure]))
  const saidDecisions = new Set<DecisionId>()
  const saidActions = new Set<ActionId>()
  const cited = new Map<string, Figure>()
  return { writtenFor, saidDecisions, saidActions, cited }

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
    const due = dueAsLeftBy(meeting.id, action)
    return words.actionSaid(
      writtenNumber(action.number),
      action.side,
      say(action.what),
      due && writtenDate(due, language),
    )
  }

  function sayFigure(id: string): readonly Run[] | null {
    const figure = figures.get(id)
    if (!figure) return null
    cited.set(id, figure)
    if (figure.source.trim() === '')
      tell({ kind: 'figureWithoutSource', words: plain(joined([amount(figure), say(figure.what)], ' ')) })
    return amount(figure)
  }

  function sayPerson(id: string): readonly Run[] | null {
    const person = people.get(id)
    return person ? [{ text: nameOf(person) }] : null
  }
}

function shortened(words: string): string {
  const points = [...words]
  return points.length > 120 ? `${points.slice(0, 119).join('')}…` : words
}
