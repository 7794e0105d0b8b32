import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedOutcome } from '../../../shared/meeting/namedOutcome.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useLanguage } from '../../i18n/words.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { useMeeting } from './MeetingContext.ts'
import { actionStateWords } from './meetingWords.ts'

/** Which decision or action of the series is meant: those of all its meetings, found by number or wording. */
export function OutcomeChoice(props: {
  readonly of: 'decision' | 'action'
  readonly value: NamedOutcome | null
  readonly onChange: (value: NamedOutcome | null) => void
  readonly error: string | undefined
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { dossier } = useMeeting()
  const { of, value, onChange, error } = props
  const [query, setQuery] = useState('')
  const found = useRead(
    'outcome.ofSeries',
    { seriesId: dossier.series.id, of, query: query.slice(0, 200) },
    { keep: true },
  )
  const listed = found.state === 'ready' ? found.value : []
  const all = value === null || listed.some(({ id }) => id === value.id) ? listed : [value, ...listed]
  return (
    <ComboBox<string>
      label={t(of === 'decision' ? 'meeting.decision' : 'meeting.action')}
      value={value?.id ?? null}
      onChange={(chosen) => onChange(all.find(({ id }) => id === chosen) ?? null)}
      onType={setQuery}
      choices={all.map(({ id, number, words, state }) => ({
        value: id,
        label: `${number} ${inLanguage(words, screen).slice(0, 100)}`,
        ...(state !== null && { hint: t(actionStateWords[state]) }),
      }))}
      nothing={t(of === 'decision' ? 'meeting.noDecisionFits' : 'meeting.noActionFits')}
      error={error}
      autoFocus
    />
  )
}
