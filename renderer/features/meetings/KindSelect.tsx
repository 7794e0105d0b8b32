import { useTranslation } from 'react-i18next'
import { MeetingKind } from '../../../shared/meeting/meeting.ts'
import { Select } from '../../ui/Select.tsx'
import { kindWords } from './meetingLabels.ts'

/** The choice of a kind of meeting, or of none. */
export function KindSelect(props: {
  /** What null stands for: a kind that nobody has stated, or all of them. */
  readonly none: string
  readonly value: MeetingKind | null
  readonly onChange: (kind: MeetingKind | null) => void
  readonly hideLabel?: boolean
}) {
  const { t } = useTranslation()
  const { none, value, onChange, hideLabel = false } = props
  return (
    <Select<MeetingKind | 'none'>
      label={t('meetings.form.kind')}
      hideLabel={hideLabel}
      value={value ?? 'none'}
      onChange={(chosen) => onChange(chosen === 'none' ? null : chosen)}
      choices={[
        { value: 'none', label: none },
        ...MeetingKind.options.map((kind) => ({ value: kind, label: t(kindWords[kind]) })),
      ]}
    />
  )
}
