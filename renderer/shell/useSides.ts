import type { Side } from '../../shared/values.ts'
import { useRead } from '../api/useRead.ts'
import { useOpenRecord } from './openRecord.ts'

/** The record's own side, and those that it has a relationship with. */
export function useSides(): readonly Side[] {
  const { ownSide } = useOpenRecord()
  const relationships = useRead('relationship.list', {})
  const others = relationships.state === 'ready' ? relationships.value.map(({ otherSide }) => otherSide) : []
  return [...new Set([ownSide, ...others])]
}
