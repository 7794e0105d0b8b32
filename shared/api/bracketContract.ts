import { z } from 'zod'
import { MouId, TextId } from '../ids.ts'
import { BlockId } from '../mou/comment.ts'
import { SettledBracket, Settling, TalkedAt } from '../mou/settledBracket.ts'
import { SavedText } from '../record.ts'
import { ontoRevision, read, write } from './operation.ts'

/** What the record says of the brackets of a working text beyond the text itself. */
export const bracketContract = {
  /** The meetings that an instrument is linked to, by themselves or by an item, with their items; the newest first. */
  'bracket.meetings': read({ mouId: MouId }, z.array(TalkedAt).readonly()),
  /** What was noted of the brackets of a text, the newest first, also what has been undone in it since. */
  'bracket.settled': read({ textId: TextId }, z.array(SettledBracket).readonly()),
  /**
   * Saves steps as `text.save` does, and in the same write what they did to brackets: how some were settled, in the
   * place of what was noted of them before, and which stand again, of which nothing is noted then. There is no token:
   * it is undone in the text, with steps of its own. A place that is no longer there never refuses the words.
   */
  'bracket.settle': write(
    {
      ...ontoRevision,
      settled: z.array(Settling).max(1_000),
      standing: z.array(BlockId).max(1_000),
    },
    SavedText,
  ),
  /** The bracket stands again and its settling cannot be done again: what was noted of it is taken out. */
  'bracket.unsettle': write({ textId: TextId, bracketId: BlockId }, z.null()),
} as const
