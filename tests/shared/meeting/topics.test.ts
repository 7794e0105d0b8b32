import { describe, expect, it } from 'vitest'
import { TopicId } from '../../../shared/ids.ts'
import { inLevels, offeredTopics, Topic } from '../../../shared/meeting/topics.ts'

const topic = (id: string, parent: string | null = null, endedOn: string | null = null): Topic =>
  Topic.parse({ id, parentId: parent, name: { en: id }, endedOn })
const names = (topics: readonly Topic[]) => topics.map(({ id }) => id)
const topics = [
  topic('crime'),
  topic('border'),
  topic('crime.narcotics', 'crime'),
  topic('crime.terrorism', 'crime', '2025-01-01'),
]

describe('topics', () => {
  it('stand with those under them right behind', () =>
    expect(names(inLevels(topics))).toEqual(['crime', 'crime.narcotics', 'crime.terrorism', 'border']))
  it('are offered until they end, and after that where they are chosen already', () => {
    expect(names(offeredTopics(topics, []))).toEqual(['crime', 'crime.narcotics', 'border'])
    expect(names(offeredTopics(topics, [TopicId.parse('crime.terrorism')]))).toContain('crime.terrorism')
  })
})
