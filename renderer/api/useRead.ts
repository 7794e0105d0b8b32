import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Input, Output, ReadOperation } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { useApi } from './ApiProvider.tsx'

/** A request as the screen can show it. */
export type Reading<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly fault: Fault }

const loading: Reading<never> = { state: 'loading' }

/** Reads, and reads again when the record has changed. Equal inputs share one request. */
export function useRead<Op extends ReadOperation>(
  operation: Op,
  input: Input<Op>,
  /**
   * `keep`: while a changed input is being answered, the answer to the former one stays on the screen.
   * `ask`: false while there is nothing to ask for yet; the reading is then `loading`.
   */
  { keep = false, ask = true }: { readonly keep?: boolean; readonly ask?: boolean } = {},
): Reading<Output<Op>> {
  const api = useApi()
  const { data } = useQuery({
    queryKey: [operation, input], // an equal input is the same request, whatever its identity
    queryFn: () => api.call(operation, input),
    enabled: ask,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  })
  return useMemo(() => {
    if (data === undefined) return loading
    // The reply to a read is its output: only writes are wrapped.
    return data.ok
      ? { state: 'ready', value: data.value as Output<Op> }
      : { state: 'failed', fault: data.fault }
  }, [data])
}

type PagedOperation = {
  [Op in ReadOperation]: Output<Op> extends { readonly rows: readonly unknown[]; next: string | null }
    ? Op
    : never
}[ReadOperation]

type Row<Op extends PagedOperation> = Output<Op> extends { readonly rows: readonly (infer R)[] } ? R : never

export type Paged<T> = {
  readonly rows: readonly T[]
  readonly loadingMore: boolean
  /** Null when the list is at its end. */
  readonly more: (() => void) | null
}

/** Reads a list page by page; the pages that were read stay together. */
export function usePages<Op extends PagedOperation>(
  operation: Op,
  input: Omit<Input<Op>, 'after'>,
  /**
   * `whole`: once the first page is there, those behind it are read while the browser has nothing else to do, for a
   * list that shows its true length and whose every row the keys reach.
   */
  { whole = false }: { readonly whole?: boolean } = {},
): Reading<Paged<Row<Op>>> {
  const api = useApi()
  const { data, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [operation, input, 'pages'],
    queryFn: ({ pageParam }) => api.call(operation, { ...input, after: pageParam } as Input<Op>),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.ok ? (last.value as Page<Row<Op>>).next : null),
    placeholderData: keepPreviousData,
  })
  useEffect(() => {
    if (!whole || !hasNextPage || isFetching) return undefined
    const idle = requestIdleCallback(() => void fetchNextPage(), { timeout: 500 })
    return () => cancelIdleCallback(idle)
  }, [whole, hasNextPage, isFetching, fetchNextPage])
  return useMemo(() => {
    if (data === undefined) return loading
    const failed = data.pages.find((page) => !page.ok)
    if (failed && !failed.ok) return { state: 'failed', fault: failed.fault }
    const rows = data.pages.flatMap((page) => (page.ok ? (page.value as Page<Row<Op>>).rows : []))
    const more = hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null
    return { state: 'ready', value: { rows, loadingMore: isFetchingNextPage, more } }
  }, [data, hasNextPage, isFetchingNextPage, fetchNextPage])
}

/** What a paged read replies, which the compiler cannot see through the generic operation. */
type Page<T> = { readonly rows: readonly T[]; readonly next: string | null }
