import { createContext, useContext } from 'react'
import type { RecordState } from '../../shared/record.ts'

export type OpenRecord = Extract<RecordState, { readonly status: 'open' }>

export const OpenRecordContext = createContext<OpenRecord | null>(null)

/** The record whose screens are shown. */
export function useOpenRecord(): OpenRecord {
  const record = useContext(OpenRecordContext)
  if (record === null) throw new Error('useOpenRecord outside of an open record')
  return record
}
