import type { Input } from '../../shared/api/contract.ts'
import { RelationshipId, SeriesId } from '../../shared/ids.ts'
import { countryOf } from '../../shared/meeting/countries.ts'
import type { Relationship, Series } from '../../shared/meeting/meeting.ts'
import { fail, ok } from '../../shared/result.ts'
import {
  called,
  invalid,
  notFound,
  reference,
  refusedFor,
  type ServiceDeps,
  type Writing,
} from './serviceDeps.ts'

/** Relationships of the record's own side, and the series of meetings in them. */
export function createSeriesService({ store, records, ownSide }: ServiceDeps) {
  const { relationships, series, mous } = records

  return {
    relationships: (): readonly Relationship[] => relationships.list(),

    /** One for each other side. */
    addRelationship({ otherSide }: Input<'relationship.add'>): Writing<Relationship> {
      if (otherSide === ownSide) return invalid('otherSide: ownSide')
      if (relationships.between(ownSide, otherSide))
        return fail({ kind: 'AlreadyThere', what: 'relationship' })
      const relationship = { id: RelationshipId.parse(store.newId()), ownSide, otherSide }
      const about = called(countryOf(otherSide).name)
      return store.change({ operation: 'relationship.add', about }, () => {
        relationships.add(relationship)
        return ok(relationship)
      })
    },

    removeRelationship({ relationshipId }: Input<'relationship.remove'>): Writing<null> {
      const relationship = relationships.find(relationshipId)
      if (!relationship) return notFound('relationship')
      const refused = refusedFor([
        ...series.list(relationshipId).map(({ name }) => reference('series', called(name))),
        ...mous.ofRelationship(relationshipId).map(({ shortTitle }) => reference('mou', shortTitle)),
      ])
      if (refused) return refused
      const about = called(countryOf(relationship.otherSide).name)
      return store.change({ operation: 'relationship.remove', about }, () => {
        relationships.remove(relationshipId)
        return ok(null)
      })
    },

    series: ({ relationshipId }: Input<'series.list'>): readonly Series[] => series.list(relationshipId),

    meetingCounts: () => series.meetingCounts(),

    /** A series with meetings stays in its relationship: the delegations of its meetings are of those sides. */
    putSeries({ series: { id, ...rest } }: Input<'series.put'>): Writing<Series> {
      const former = id === null ? null : series.find(id)
      if (id !== null && !former) return notFound('series')
      const relationship = relationships.find(rest.relationshipId)
      if (!relationship) return notFound('relationship')
      if (former && former.relationshipId !== rest.relationshipId) {
        const refused = refusedFor(meetingsOf(former))
        if (refused) return refused
      }
      const put: Series = { ...rest, id: id ?? SeriesId.parse(store.newId()) }
      return store.change({ operation: 'series.put', about: called(put.name) }, () => {
        series.put(put, relationship.otherSide)
        return ok(put)
      })
    },

    removeSeries({ seriesId }: Input<'series.remove'>): Writing<null> {
      const one = series.find(seriesId)
      if (!one) return notFound('series')
      const refused = refusedFor([
        ...meetingsOf(one),
        ...records.backlog.ofSeries(seriesId).map(({ title }) => reference('backlogItem', called(title))),
      ])
      if (refused) return refused
      return store.change({ operation: 'series.remove', about: called(one.name) }, () => {
        series.remove(seriesId)
        return ok(null)
      })
    },
  }

  function meetingsOf({ id, name }: Series) {
    return records.meetings
      .ofSeries(id)
      .map(({ number, heldOn }) => reference('meeting', `${number}. ${called(name)}`, heldOn))
  }
}
