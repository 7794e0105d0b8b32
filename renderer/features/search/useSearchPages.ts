import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Fault } from '../../../shared/fault.ts'
import type { SearchHit, SearchRequest } from '../../../shared/search/search.ts'
import { useApi } from '../../api/ApiProvider.tsx'

export type SearchPages =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly fault: Fault }
  | {
      readonly state: 'ready'
      readonly hits: readonly SearchHit[]
      readonly due: number
      readonly loadingMore: boolean
      /** Null at the end. */
      readonly more: (() => void) | null
    }

/** The hits of a request, page by page; those of the former one stay until there are new ones. */
export function useSearchPages(request: Omit<SearchRequest, 'skip'>, ask: boolean): SearchPages {
  const api = useApi()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['search.find', request],
    queryFn: ({ pageParam }) => api.call('search.find', { request: { ...request, skip: pageParam } }),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.ok ? last.value.next : null),
    placeholderData: keepPreviousData,
    enabled: ask,
    // What is still being read into the index comes up by itself.
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.ok && page.value.due > 0) ? 500 : false,
  })
  return useMemo((): SearchPages => {
    if (!data) return { state: 'loading' }
    const failed = data.pages.find((page) => !page.ok)
    if (failed && !failed.ok) return { state: 'failed', fault: failed.fault }
    const last = data.pages.at(-1)
    return {
      state: 'ready',
      hits: data.pages.flatMap((page) => (page.ok ? page.value.hits : [])),
      due: last?.ok ? last.value.due : 0,
      loadingMore: isFetchingNextPage,
      more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null,
    }
  }, [data, hasNextPage, isFetchingNextPage, fetchNextPage])
}
