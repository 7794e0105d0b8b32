import { useTranslation } from 'react-i18next'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Select } from '../../ui/Select.tsx'
import { Row } from '../../ui/FormDialog.tsx'
import { type TalkPlace, useTalkedAt } from './talkedAt.ts'

const outside = 'outside'

/** At which of the linked meetings something was talked about, and at which item: either may be left open. */
export function TalkPlaceFields(props: {
  readonly label: string
  readonly value: TalkPlace
  readonly onChange: (place: TalkPlace) => void
  /** Whether the item is asked for, too. */
  readonly hasItem: boolean
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const format = useFormat()
  const { label, value, onChange, hasItem } = props
  const meetings = useTalkedAt()
  const meeting = meetings.find(({ meetingId }) => meetingId === value.meetingId)
  const isUnknown = value.meetingId !== null && !meeting
  return (
    <Row>
      <Select<string>
        label={label}
        value={value.meetingId ?? outside}
        onChange={(chosen) => {
          const found = meetings.find(({ meetingId }) => meetingId === chosen)
          if (found || chosen === outside) onChange({ meetingId: found?.meetingId ?? null, itemId: null })
        }}
        choices={[
          { value: outside, label: t('draft.talk.outside') },
          ...meetings.map(({ meetingId, name, on }) => ({
            value: String(meetingId),
            label: `${inLanguage(name, screen)}, ${format.date(on, 'medium')}`,
          })),
          ...(isUnknown ? [{ value: String(value.meetingId), label: t('draft.talk.unknown') }] : []),
        ]}
        {...(meetings.length === 0 && { hint: t('draft.talk.noneLinked') })}
      />
      {hasItem && meeting && meeting.items.length > 0 && (
        <Select<string>
          label={t('draft.talk.item')}
          value={value.itemId ?? outside}
          onChange={(chosen) => {
            const item = meeting.items.find(({ id }) => id === chosen)
            onChange({ ...value, itemId: (item?.id ?? null) as AgendaItemId | null })
          }}
          choices={[
            { value: outside, label: t('draft.talk.noItem') },
            ...meeting.items.map(({ id, title }) => ({
              value: String(id),
              label: inLanguage(title, screen),
            })),
          ]}
        />
      )}
    </Row>
  )
}
