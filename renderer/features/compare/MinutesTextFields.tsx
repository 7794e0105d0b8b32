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
  const own =
    near?.text.kind === 'minutes' && near.minutes
      ? { value: near.text.meetingId as string, label: meetingTitle(near.minutes, screen) }
      : null
  const [meetingId, setMeetingId] = useState<MeetingId | null>(MeetingId.safeParse(own?.value).data ?? null)
  const [query, setQuery] = useState('')
  const listed = useRead('meeting.list', { query: query.slice(0, 200), after: null }, { keep: true })
  const rows = (listed.state === 'ready' ? listed.value.rows : []).map((row) => ({
    value: row.id as string,
    label: meetingTitle(row, screen),
    hint: format.date(row.heldOn, 'medium'),
  }))
  return (
    <>
      <ComboBox<string>
        label={t('compare.meeting')}
        value={meetingId}
        onChange={(id) => {
          setMeetingId(MeetingId.safeParse(id).data ?? null)
          onChange(null)
        }}
        onType={setQuery}
        choices={own === null || rows.some(({ value }) => value === own.value) ? rows : [own, ...rows]}
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
