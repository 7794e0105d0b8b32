import type { Client } from '../../shared/api/client.ts'
import { useApi } from './ApiProvider.tsx'

/** Asks for a read or an act. Writes go through `useWrite`, which offers to take them back. */
export function useCall(): Client['call'] {
  return useApi().call
}
