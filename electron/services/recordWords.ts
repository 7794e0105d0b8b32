import { ActionId, DecisionId, DelegateId, FigureId } from '../../shared/ids.ts'
import { writtenAmount } from '../../shared/meeting/minutesWords.ts'
import { measureText, type Said } from '../../shared/text/textMeasures.ts'
import type { TextDoc } from '../../shared/text/writtenText.ts'
import { type ComposedLanguage, inLanguage } from '../../shared/values.ts'
import type { Repositories } from '../store/repositories.ts'
import { numbered } from './serviceDeps.ts'

/** The words of the records that a text refers to, by 'decision <id>'; what the record no longer has is left out. */
export function recordWordsIn(
  records: Repositories,
  doc: TextDoc,
  language: ComposedLanguage,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    measureText(doc).refs.flatMap((ref) => {
      const words = wordsOf(records, ref, language)
      return words === null ? [] : [[`${ref.kind} ${ref.recordId}`, words]]
    }),
  )
}

function wordsOf(records: Repositories, { kind, recordId }: Said, language: ComposedLanguage): string | null {
  switch (kind) {
    case 'decision': {
      const id = DecisionId.safeParse(recordId)
      const decision = id.success ? records.decisions.find(id.data) : null
      return decision && inLanguage(decision.wording, language)
    }
    case 'action': {
      const id = ActionId.safeParse(recordId)
      const action = id.success ? records.actions.find(id.data) : null
      return action && numbered(action.number, action.what)
    }
    case 'figure': {
      const id = FigureId.safeParse(recordId)
      const figure = id.success ? records.figures.find(id.data) : null
      return figure && `${writtenAmount(figure.value, language)} ${inLanguage(figure.unit, language)}`
    }
    case 'person': {
      const id = DelegateId.safeParse(recordId)
      const seat = id.success ? records.delegates.find(id.data) : null
      return seat && [seat.delegate.honorific, seat.delegate.name].filter(Boolean).join(' ')
    }
  }
}
