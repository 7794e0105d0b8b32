import { z } from 'zod'
import { TopicId } from '../ids.ts'
import { CalendarDate, FilledWording } from '../values.ts'

/**
 * A matter that items and memoranda are found by over the years, in two levels: a topic without a parent may have
 * topics under it, one with a parent has none. What is in use is never removed, only ended: then it is offered no more.
 */
export const Topic = z.strictObject({
  id: TopicId,
  parentId: TopicId.nullable(),
  name: FilledWording,
  endedOn: CalendarDate.nullable(),
})
export type Topic = z.infer<typeof Topic>

/** The topic of what belongs to every meeting, such as opening and closing. */
export const procedureTopic = TopicId.parse('procedure')

/** Topics in the order of lists, each with those under it right behind it. `topics` come in the order they were made. */
export function inLevels(topics: readonly Topic[]): readonly Topic[] {
  return topics
    .filter(({ parentId }) => parentId === null)
    .flatMap((top) => [top, ...topics.filter(({ parentId }) => parentId === top.id)])
}

/** Topics to choose from, in levels: those that go on, and what is chosen already. */
export function offeredTopics(topics: readonly Topic[], chosen: readonly TopicId[]): readonly Topic[] {
  return inLevels(topics).filter(({ id, endedOn }) => endedOn === null || chosen.includes(id))
}
