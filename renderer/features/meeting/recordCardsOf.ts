import type { TFunction } from 'i18next'
import { figureWords } from '../../../shared/meeting/figureWords.ts'
import { writtenNumber } from '../../../shared/meeting/meeting.ts'
import type { MeetingDossier } from '../../../shared/meeting/meeting.ts'
import type { ComposedLanguage, Language, Wording } from '../../../shared/values.ts'
import { formatDate } from '../../i18n/format.ts'
import type { RecordCard } from '../../editor/recordCards.ts'
import { outcomeWords } from './meetingWords.ts'
import { sideName } from './sideNames.ts'

/**
 * What the texts of a meeting show where they refer to the record: the wording in the language of the text, all else
 * in that of the screen.
 */
export function recordCardsOf(
  dossier: MeetingDossier,
  text: ComposedLanguage,
  screen: ComposedLanguage,
  t: TFunction,
): ReadonlyMap<string, RecordCard> {
  const cards = new Map<string, RecordCard>()
  for (const { id, number, outcome, wording } of dossier.decisions) {
    const name = writtenNumber(number)
    cards.set(id, {
      kind: 'decision',
      heading: t('meeting.decisionNumber', { number: name }),
      aside: t(outcomeWords[outcome]),
      ...said(wording, text),
      edit: t('meeting.editDecision', { number: name }),
    })
  }
  for (const { id, number, side, dueOn, what } of [...dossier.formerActions, ...dossier.actions]) {
    const name = writtenNumber(number)
    const who = sideName(side, screen, t('meeting.both'))
    cards.set(id, {
      kind: 'action',
      heading: t('meeting.actionNumber', { number: name }),
      aside: dueOn === null ? who : `${who} · ${formatDate(dueOn, screen, 'medium')}`,
      ...said(what, text),
      edit: t('meeting.editAction', { number: name }),
    })
  }
  for (const figure of dossier.figures) {
    const unit = said(figure.unit, text)
    cards.set(figure.id, {
      kind: 'figure',
      heading: said(figure.what, text).words,
      aside: [said(figure.period, text).words, figure.source].filter(Boolean).join(' · '),
      words: figureWords(figure, text),
      language: unit.language,
      edit: t('meeting.editFigure'),
      changedFrom: (said) => t('meeting.figureChanged', { said }),
      ...(figure.source.trim() === '' && { warning: t('meeting.noSource') }),
    })
  }
  for (const { id, honorific, name } of dossier.delegates)
    cards.set(id, {
      kind: 'person',
      heading: t('meeting.person'),
      aside: '',
      words: [honorific, name].filter(Boolean).join(' '),
      language: null,
      edit: '',
    })
  return cards
}

function said(wording: Wording, text: ComposedLanguage): Pick<RecordCard, 'words' | 'language'> {
  const own = wording[text]?.trim()
  if (own) return { words: own, language: null }
  const other = (['en', 'id', 'km'] as const).find((one: Language) => wording[one]?.trim())
  return other === undefined
    ? { words: '', language: null }
    : { words: wording[other]?.trim() ?? '', language: other }
}
