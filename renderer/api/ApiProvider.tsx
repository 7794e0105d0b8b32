import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Client } from '../../shared/api/client.ts'
import type { AppEvent } from '../../shared/api/events.ts'
import type { Operation } from '../../shared/api/contract.ts'
import { readAgain } from './readAgain.ts'

const ApiContext = createContext<Client | null>(null)

/** What is read of this computer or of the life of the record; it outlives the record's being open. */
const outsideTheRecord: ReadonlySet<unknown> = new Set<Operation>(['record.state', 'settings.read'])

/** What is read of the words of texts, beside the texts themselves. */
const madeOfTexts: ReadonlySet<unknown> = new Set<Operation>([
  'languages.beside',
  'mou.articles',
  'mou.dossier',
  'mou.list',
])

/** Gives the screen its client, and keeps what was read no older than the last event. */
export function ApiProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  const [queries] = useState(createQueries)
  useEffect(() => client.listen((event) => keepFresh(queries, event)), [client, queries])
  return (
    <ApiContext value={client}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ApiContext>
  )
}

export function useApi(): Client {
  const client = useContext(ApiContext)
  if (client === null) throw new Error('useApi outside of ApiProvider')
  return client
}

/** Calls `listener` for every event while the component is shown. `listener` must be stable. */
export function useEvents(listener: (event: AppEvent) => void): void {
  const client = useApi()
  useEffect(() => client.listen(listener), [client, listener])
}

/** Marks everything that was read of the record as old. */
export function recordChanged(queries: QueryClient): Promise<void> {
  return readAgain(queries, { predicate: ({ queryKey }) => !outsideTheRecord.has(queryKey[0]) })
}

/** Forgets everything that was read of the record: it was locked or closed. */
export function forgetRecord(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => !outsideTheRecord.has(queryKey[0]) })
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always', // offline is normal: the default would pause
        staleTime: Infinity, // events say when something has changed
        retry: false, // a fault is an answer
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  })
}

function keepFresh(queries: QueryClient, event: AppEvent): void {
  if (event.kind === 'recordChanged') void recordChanged(queries)
  if (event.kind === 'recordStateChanged') {
    void readAgain(queries, { queryKey: ['record.state'] })
    void readAgain(queries, { queryKey: ['officer.list'] })
  }
  if (event.kind === 'textSaved') {
    // Not read again while somebody types: a screen that shows them asks when it is opened.
    const predicate = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
      madeOfTexts.has(queryKey[0])
    void queries.invalidateQueries({ predicate, refetchType: 'none' })
  }
  if (event.kind === 'settingsChanged') {
    queries.setQueryData(['settings.read', {}], { ok: true, value: event.settings })
  }
}
