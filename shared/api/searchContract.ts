import { SearchRequest, SearchResult } from '../search/search.ts'
import { read } from './operation.ts'

export const searchContract = {
  /**
   * Passages in which every part of the query stands. Restricted papers are never among them; internal notes are, since
   * nothing leaves the record by being found. A query without letters finds nothing.
   */
  'search.find': read({ request: SearchRequest }, SearchResult),
} as const
