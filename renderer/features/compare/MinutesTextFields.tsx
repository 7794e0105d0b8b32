import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type RecordText,
  type RecordTextFacts,
  readRecordText,
  writtenRecordText,
} from '../../../shared/compare/comparedText.ts'
import { minutesVersions } from '../../../shared/compare/minutesVersions.ts'
import { MeetingId } from '../../../shared/ids.ts'
import { useRead } from '../../api/useRead.ts'
import { languageName, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Select } from '../../ui/Select.tsx'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import { minutesStateName } from './recordTexts.ts'

type Choosing = {
  readonly value: RecordText | null
  readonly onChange: (text: RecordText | null) => void
  readonly isTried: boolean
}

/**
 * Of which meeting, and which of its minutes: as they stand, agreed, or sent round; in one of their languages. `near`:
 * minutes that lie on the desk already; their meeting is offered first.
 */
export function MinutesTextFields(props: Choosing & { readonly near: RecordTextFacts | null }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const format = useFormat()
  const { near, onChange, isTried } = props
  const [chosen, setChosen] = useState<{ readonly value: string; readonly label: string } | null>(
    near?.text.kind === 'minutes' && near.minutes
      ? { value: near.text.meetingId, label: meetingTitle(near.minutes, screen) }
      : null,
  )
  const meetingId = MeetingId.safeParse(chosen?.value).data ?? null
  const [query, setQuery] = useState('')
  const listed = useRead('meeting.list', { query: query.slice(0, 200), after: null }, { keep: true })
  const rows = (listed.state === 'ready' ? listed.value.rows : []).map((row) => ({
    value: row.id as string,
    label: meetingTitle(row, screen),
    hint: format.date(row.heldOn, 'medium'),
  }))
  // What is chosen stays, whatever the words in its field find.
  const choices =
    chosen === null || rows.some(({ value }) => value === chosen.value) ? rows : [chosen, ...rows]
  return (
    <>
      <ComboBox<string>
        label={t('compare.meeting')}
        value={meetingId}
        onChange={(id) => {
          setChosen(choices.find(({ value }) => value === id) ?? null)
          onChange(null)
        }}
        onType={setQuery}
        choices={choices}
        nothing={t('compare.noMeeting')}
        error={isTried && meetingId === null ? t('shell.filledIn') : undefined}
      />
      {meetingId !== null && <VersionOf key={meetingId} {...props} meetingId={meetingId} />}
    </>
  )
}

function VersionOf(props: Choosing & { readonly meetingId: MeetingId }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { meetingId, value, onChange, isTried } = props
  const dossier = useRead('meeting.dossier', { meetingId })
  return (
    <Loaded reading={dossier} lines={1}>
      {({ meeting, minutes }) => (
        <Select
          label={t('compare.recordText')}
          placeholder={t('compare.chooseMinutes')}
          choices={minutesVersions(minutes).flatMap(({ hash, state }) =>
            meeting.languages.map((language) => ({
              value: writtenRecordText({ kind: 'minutes', meetingId, language, hash }),
              label: minutesStateName(state, t, screen),
              hint: languageName(language, screen),
            })),
          )}
          value={value === null ? null : writtenRecordText(value)}
          onChange={(written) => onChange(readRecordText(written))}
          error={isTried && value === null ? t('shell.filledIn') : undefined}
        />
      )}
    </Loaded>
  )
}
