import { useCallback } from 'react'
import type { TopicId } from '../../../shared/ids.ts'
import type { Topic } from '../../../shared/meeting/topics.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useLanguage } from '../../i18n/words.ts'

const none: readonly Topic[] = []

/** The topics of the record; none while they are being read. */
export function useTopics(): readonly Topic[] {
  const reading = useRead('topic.list', {})
  return reading.state === 'ready' ? reading.value : none
}

/** What a topic is called; empty while topics are being read. */
export function useTopicName(): (id: TopicId) => string {
  const topics = useTopics()
  const language = useLanguage()
  return useCallback(
    (id) => inLanguage(topics.find((topic) => topic.id === id)?.name ?? {}, language),
    [topics, language],
  )
}
