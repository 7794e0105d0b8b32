import { type Stage, stages } from '../../../shared/mou/mou.ts'

/** The six stages that follow one another. */
export const way = stages.slice(0, stages.indexOf('inForce') + 1)

export type StepState = 'past' | 'current' | 'future'

/**
 * How the six steps stand when `stage` was entered last. What ended after it was in force has all of them behind it;
 * what lapsed has none before it any more, since how far it came does not count.
 */
export function stepsAt(stage: Stage | null): readonly StepState[] {
  const at = stage === null || stage === 'lapsed' ? -1 : way.indexOf(stage)
  const isPastAll = stage === 'renewed' || stage === 'expired' || stage === 'terminated'
  return way.map((_, index) => {
    if (isPastAll || index < at) return 'past'
    return index === at ? 'current' : 'future'
  })
}
