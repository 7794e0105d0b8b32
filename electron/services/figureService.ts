import type { Input } from '../../shared/api/contract.ts'
import { foldedWords } from '../../shared/fold.ts'
import { FigureId } from '../../shared/ids.ts'
import type { Figure } from '../../shared/meeting/meeting.ts'
import { ok } from '../../shared/result.ts'
import { queryWords } from '../store/rows.ts'
import { called, notFound, refusedFor, saidIn, type ServiceDeps, type Writing } from './serviceDeps.ts'

/** Figures that texts cite. */
export function createFigureService({ store, records }: ServiceDeps) {
  const { figures } = records

  return {
    list: ({ query }: Input<'figure.list'>): readonly Figure[] =>
      figures.list(foldedWords(query, queryWords)),

    put({ figure: { id, ...rest } }: Input<'figure.put'>): Writing<Figure> {
      if (id !== null && !figures.find(id)) return notFound('figure')
      const figure: Figure = { ...rest, id: id ?? FigureId.parse(store.newId()) }
      return store.change({ operation: 'figure.put', about: called(figure.what) }, () => {
        figures.put(figure)
        return ok(figure)
      })
    },

    /** Refused while a text cites it. */
    remove({ figureId }: Input<'figure.remove'>): Writing<null> {
      const figure = figures.find(figureId)
      if (!figure) return notFound('figure')
      const refused = refusedFor(saidIn(records, 'figure', figureId))
      if (refused) return refused
      return store.change({ operation: 'figure.remove', about: called(figure.what) }, () => {
        figures.remove(figureId)
        return ok(null)
      })
    },
  }
}
