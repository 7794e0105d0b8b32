import { z } from 'zod'
import { MouId, TextId } from '../ids.ts'
import { BlockId } from '../mou/comment.ts'
import { SettledBracket, TalkedAt } from '../mou/settledBracket.ts'
import { read, write } from './operation.ts'

/** What the record says of the brackets of a working text beyond the text itself. */
export const bracketContract = {
  /** The meetings that an instrument is linked to, by themselves or by an item, with their items; the newest first. */
  'bracket.meetings': read({ mouId: MouId }, z.array(TalkedAt).readonly()),
  /** What was noted of the brackets of a text, the newest first, also what has been undone in it since. */
  'bracket.settled': read({ textId: TextId }, z.array(SettledBracket).readonly()),
  /** Notes how a bracket was settled, in the place of what was noted of it before. */
  'bracket.settle': write(
    { settled: SettledBracket.omit({ settledAt: true, settledBy: true }) },
    SettledBracket,
  ),
  /** The bracket stands again and its settling cannot be done again: what was noted of it is taken out. */
  'bracket.unsettle': write({ textId: TextId, bracketId: BlockId }, z.null()),
} as const
