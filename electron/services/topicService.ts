import type { Input } from '../../shared/api/contract.ts'
import { TopicId } from '../../shared/ids.ts'
import type { Topic } from '../../shared/meeting/topics.ts'
import { ok } from '../../shared/result.ts'
import {
  called,
  invalid,
  notFound,
  reference,
  refusedFor,
  type ServiceDeps,
  type Writing,
} from './serviceDeps.ts'

/** The topics of items and memoranda, in two levels. */
export function createTopicService({ store, records }: ServiceDeps) {
  const { topics, agenda, backlog, mous, meetings } = records

  return {
    list: (): readonly Topic[] => topics.all(),

    /** A topic that has topics under it stays of the first level. */
    put({ topic: { id, ...rest } }: Input<'topic.put'>): Writing<Topic> {
      if (id !== null && !topics.find(id)) return notFound('topic')
      if (rest.parentId !== null) {
        const parent = topics.find(rest.parentId)
        if (!parent) return notFound('topic')
        if (parent.parentId !== null || parent.id === id || (id !== null && topics.under(id).length > 0))
          return invalid('topic.parentId: thirdLevel')
      }
      const topic: Topic = { ...rest, id: id ?? TopicId.parse(store.newId()) }
      return store.change({ operation: 'topic.put', about: called(topic.name) }, () => {
        topics.put(topic)
        return ok(topic)
      })
    },

    /** Refused while anything is of the topic: then it can be ended. */
    remove({ topicId }: Input<'topic.remove'>): Writing<null> {
      const topic = topics.find(topicId)
      if (!topic) return notFound('topic')
      const refused = refusedFor([
        ...topics.under(topicId).map(({ name }) => reference('topic', called(name))),
        ...agenda
          .ofTopic(topicId)
          .map(({ item }) =>
            reference('agendaItem', called(item.title), meetings.find(item.meetingId)?.heldOn ?? null),
          ),
        ...backlog.ofTopic(topicId).map(({ title }) => reference('backlogItem', called(title))),
        ...mous.ofTopic(topicId).map(({ shortTitle }) => reference('mou', shortTitle)),
      ])
      if (refused) return refused
      return store.change({ operation: 'topic.remove', about: called(topic.name) }, () => {
        topics.remove(topicId)
        return ok(null)
      })
    },
  }
}
