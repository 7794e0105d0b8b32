import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import { type MeetingDossier, writtenNumber } from '../../../shared/meeting/meeting.ts'
import type { MinutesProblem } from '../../../shared/meeting/minutesDocument.ts'
import { writtenAmount } from '../../../shared/meeting/minutesWords.ts'
import { type ComposedLanguage, inLanguage } from '../../../shared/values.ts'
import { useLanguage } from '../../i18n/words.ts'
import type { MeetingPanel } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Layer } from './MeetingContext.ts'
import { languageWords } from './meetingWords.ts'
import type { Difference } from './placement.ts'
import styles from './problems.module.css'

/** Where a problem of the minutes can be mended. */
export type Mend =
  | { readonly kind: 'layer'; readonly layer: Layer }
  | { readonly kind: 'panel'; readonly panel: MeetingPanel }
  | { readonly kind: 'item'; readonly item: AgendaItemId }

/** What is missing from the minutes, each with the way to the place where it can be mended. */
export function Problems(props: {
  readonly problems: readonly MinutesProblem[]
  readonly dossier: MeetingDossier
  readonly onMend: (mend: Mend) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { problems, dossier, onMend } = props
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => {
        const mend = mendOf(problem, dossier)
        return (
          <li key={index} className={styles.problem}>
            <span dir="auto">{problemWords(problem, t, language)}</span>
            {mend && (
              <Button variant="link" compact onPress={() => onMend(mend)}>
                {t('meeting.mend')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What the minutes of one language alone say. It holds nothing back: whoever exports decides. */
export function Differences(props: {
  readonly differences: readonly Difference[]
  readonly dossier: MeetingDossier
  readonly onMend: (mend: Mend) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { differences, dossier, onMend } = props
  return (
    <ul className={styles.problems}>
      {differences.map((difference) => (
        <li key={difference.id} className={styles.problem}>
          <span dir="auto">{differenceWords(difference, dossier, t, language)}</span>
          <Button variant="link" compact onPress={() => onMend({ kind: 'panel', panel: 'decisions' })}>
            {t('meeting.show')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** "Decision 2/2025/3: only in the text in Indonesian". */
function differenceWords(
  { kind, id, onlyIn }: Difference,
  { decisions, actions, figures }: MeetingDossier,
  t: TFunction,
  language: ComposedLanguage,
): string {
  return t('meeting.onlyInText', { what: nameOf(), language: t(languageWords[onlyIn]) })

  function nameOf(): string {
    if (kind === 'figure') {
      const figure = figures.find((one) => one.id === id)
      return figure ? `${writtenAmount(figure.value, language)} ${inLanguage(figure.unit, language)}` : ''
    }
    const record = (kind === 'decision' ? decisions : actions).find((one) => one.id === id)
    const number = record ? writtenNumber(record.number) : ''
    return t(kind === 'decision' ? 'meeting.decisionNumber' : 'meeting.actionNumber', { number })
  }
}

/** A problem in words. A kind without words does not compile. */
export function problemWords(problem: MinutesProblem, t: TFunction, language: ComposedLanguage): string {
  switch (problem.kind) {
    case 'headMissing':
      return t('meeting.problem.headMissing', { side: countryOf(problem.side).name[language] })
    case 'twoHeads':
      return t('meeting.problem.twoHeads', { side: countryOf(problem.side).name[language] })
    case 'headAbsent':
      return t('meeting.problem.headAbsent', { side: countryOf(problem.side).name[language] })
    case 'textMissing':
      return t('meeting.problem.textMissing', {
        number: problem.itemNumber,
        language: t(languageWords[problem.language]),
      })
    case 'wordingMissing':
      return t('meeting.problem.wordingMissing', {
        what: problem.what,
        language: t(languageWords[problem.language]),
      })
    case 'openBracket':
      return t('meeting.problem.openBracket', { number: problem.itemNumber, words: problem.words })
    case 'figureWithoutSource':
      return t('meeting.problem.figureWithoutSource', { words: problem.words })
    case 'signatureDateMissing':
      return t('meeting.problem.signatureDateMissing', { side: countryOf(problem.side).name[language] })
    case 'correctionOpen':
      return t('meeting.problem.correctionOpen', {
        number: problem.number,
        side: countryOf(problem.side).name[language],
      })
    case 'meetingCalledOff':
      return t('meeting.problem.meetingCalledOff')
    case 'nextMeetingMissing':
      return t('meeting.problem.nextMeetingMissing')
    case 'referenceLost':
      return t(lostWords[problem.what], { number: problem.itemNumber })
    case 'saidTwice':
      return t(
        problem.what === 'decision' ? 'meeting.problem.decisionTwice' : 'meeting.problem.actionTwice',
        { number: problem.number, item: problem.itemNumber },
      )
    case 'notInText':
      return t(
        problem.what === 'decision' ? 'meeting.problem.decisionNotInText' : 'meeting.problem.actionNotInText',
        { number: problem.number },
      )
  }
}

const lostWords = {
  decision: 'meeting.problem.decisionLost',
  action: 'meeting.problem.actionLost',
  figure: 'meeting.problem.figureLost',
  person: 'meeting.problem.personLost',
} as const

function mendOf(problem: MinutesProblem, dossier: MeetingDossier): Mend | null {
  const itemAt = (number: number): Mend | null => {
    const found = [...itemNumbers(dossier.agenda)].find(([, one]) => one === number)
    return found ? { kind: 'item', item: found[0] } : null
  }
  switch (problem.kind) {
    case 'headMissing':
    case 'twoHeads':
      return { kind: 'panel', panel: 'people' }
    case 'headAbsent':
    case 'signatureDateMissing': {
      const head = dossier.delegates.find(({ side, role }) => side === problem.side && role === 'head')
      return head
        ? { kind: 'layer', layer: { kind: 'delegate', delegateId: head.id } }
        : { kind: 'panel', panel: 'people' }
    }
    case 'textMissing':
    case 'openBracket':
    case 'referenceLost':
    case 'saidTwice':
      return itemAt(problem.itemNumber)
    case 'nextMeetingMissing':
      return { kind: 'layer', layer: { kind: 'nextMeeting' } }
    case 'correctionOpen':
    case 'meetingCalledOff':
      return { kind: 'panel', panel: 'minutes' }
    case 'notInText':
      return { kind: 'panel', panel: 'decisions' }
    case 'wordingMissing':
      return mendWording(problem.what, dossier)
    case 'figureWithoutSource': {
      const figure = dossier.figures.find(({ source }) => source.trim() === '')
      return figure ? { kind: 'layer', layer: { kind: 'figure', figureId: figure.id } } : null
    }
  }
}

/** The thing of the record that says these words in one language only. */
function mendWording(what: string, dossier: MeetingDossier): Mend | null {
  const says = (...wordings: readonly object[]) =>
    wordings.some((wording) => Object.values(wording).some((words) => String(words).trim() === what))
  const layer = (layer: Layer): Mend => ({ kind: 'layer', layer })
  const item = dossier.agenda.find(({ title }) => says(title))
  if (item) return layer({ kind: 'item', itemId: item.id })
  const decision = dossier.decisions.find(({ wording }) => says(wording))
  if (decision) return layer({ kind: 'decision', decisionId: decision.id, itemId: null })
  const action = [...dossier.actions, ...dossier.formerActions].find((one) => says(one.what))
  if (action) return layer({ kind: 'action', actionId: action.id, itemId: null })
  const delegate = dossier.delegates.find(({ title, agency, signedAt }) => says(title, agency, signedAt))
  if (delegate) return layer({ kind: 'delegate', delegateId: delegate.id })
  const event = dossier.programme.find(({ title }) => says(title))
  if (event) return layer({ kind: 'event', eventId: event.id })
  const figure = dossier.figures.find(({ unit, period, what: counted }) => says(unit, period, counted))
  if (figure) return layer({ kind: 'figure', figureId: figure.id })
  const { place, next } = dossier.meeting
  if (says(next?.place ?? {}, next?.when ?? {})) return layer({ kind: 'nextMeeting' })
  if (says(place)) return layer({ kind: 'meeting' })
  return null
}
