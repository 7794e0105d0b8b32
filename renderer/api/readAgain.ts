import type { QueryClient, QueryFilters } from '@tanstack/react-query'

/**
 * Reads again what was read before, as an event said that it is old. A first reading still under way may be older
 * than the event as well, and the library would keep its answer: it is dropped and asked for anew.
 */
export async function readAgain(queries: QueryClient, filters: QueryFilters): Promise<void> {
  const isFirst = queries
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined)
  await Promise.all(isFirst.map(({ queryKey }) => queries.cancelQueries({ queryKey, exact: true })))
  await queries.invalidateQueries(filters)
}
