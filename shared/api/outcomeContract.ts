import { z } from 'zod'
import { ActionId, DecisionId, SeriesId } from '../ids.ts'
import { NamedOutcome } from '../meeting/namedOutcome.ts'
import { Query, read } from './operation.ts'

/** Decisions and actions as texts name them. */
export const outcomeContract = {
  /** The newest 50 of the series in whose number and wording all words of the query stand; the last meeting first. */
  'outcome.ofSeries': read(
    { seriesId: SeriesId, of: NamedOutcome.shape.of, query: Query },
    z.array(NamedOutcome).readonly(),
  ),
  /** Those of them that are still there. */
  'outcome.named': read(
    { decisions: z.array(DecisionId).max(200), actions: z.array(ActionId).max(200) },
    z.array(NamedOutcome).readonly(),
  ),
} as const
