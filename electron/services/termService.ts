import type { Input } from '../../shared/api/contract.ts'
import { TermId } from '../../shared/ids.ts'
import type { Term } from '../../shared/mou/terms.ts'
import { ok } from '../../shared/result.ts'
import { notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'

/** The terms of the trade, with the forms to use and to avoid. */
export function createTermService({ store, records: { terms } }: ServiceDeps) {
  return {
    list: (): readonly Term[] => terms.all(),

    put({ term: { id, ...rest } }: Input<'term.put'>): Writing<Term> {
      if (id !== null && !terms.find(id)) return notFound('term')
      const term: Term = { ...rest, id: id ?? TermId.parse(store.newId()) }
      return store.change({ operation: 'term.put', about: named(term) }, () => {
        terms.put(term)
        return ok(term)
      })
    },

    /** Adds several at once, as when the usual terms are taken over. */
    addAll({ terms: added }: Input<'term.addAll'>): Writing<readonly Term[]> {
      return store.change({ operation: 'term.addAll', about: added.map(named).join(', ') }, () => {
        const all = added.map((term): Term => ({ ...term, id: TermId.parse(store.newId()) }))
        all.forEach(terms.put)
        return ok(all)
      })
    },

    remove({ termId }: Input<'term.remove'>): Writing<null> {
      const term = terms.find(termId)
      if (!term) return notFound('term')
      return store.change({ operation: 'term.remove', about: named(term) }, () => {
        terms.remove(termId)
        return ok(null)
      })
    },
  }
}

/** A term as the history names it: its preferred form in the first language that has one. */
function named({ forms: { id, en, km } }: Pick<Term, 'forms'>): string {
  return id?.use[0] ?? en?.use[0] ?? km?.use[0] ?? ''
}
