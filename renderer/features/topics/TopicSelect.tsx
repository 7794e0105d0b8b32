import { useTranslation } from 'react-i18next'
import { TopicId } from '../../../shared/ids.ts'
import { offeredTopics } from '../../../shared/meeting/topics.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Select } from '../../ui/Select.tsx'
import { useTopics } from './topics.ts'

/** The topic of a matter: one of those that go on, each with what it belongs to. */
export function TopicSelect(props: {
  readonly value: TopicId | null
  readonly onChange: (topic: TopicId | null) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const topics = useTopics()
  const { value, onChange } = props
  const nameOf = (id: TopicId | null) =>
    inLanguage(topics.find((topic) => topic.id === id)?.name ?? {}, language)
  return (
    <Select<string>
      label={t('meeting.topicLabel')}
      value={value ?? 'none'}
      onChange={(chosen) => onChange(chosen === 'none' ? null : TopicId.parse(chosen))}
      choices={[
        { value: 'none', label: t('meeting.noTopic') },
        ...offeredTopics(topics, value === null ? [] : [value]).map(({ id, parentId }) => ({
          value: id,
          label: nameOf(id),
          ...(parentId !== null && { hint: nameOf(parentId) }),
        })),
      ]}
    />
  )
}
