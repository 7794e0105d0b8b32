import { z } from 'zod'
import { LetterheadId } from '../../ids.ts'
import { LetterheadSheet } from '../../letterhead.ts'
import { Side } from '../../values.ts'
import { MinutesPreview } from '../minutesDocument.ts'
import { Paper, PaperRequest } from './paper.ts'

/** Minutes, in the original that a side keeps, or another paper of a meeting, on a letterhead of the office. */
export const LetterheadRequest = PaperRequest.extend({
  paper: z.union([z.strictObject({ kind: z.literal('minutes'), keptBy: Side }), Paper]),
  letterheadId: LetterheadId,
})

/** The document has no blocks that the letterhead says in a place of its own. */
export const PaperOnLetterhead = MinutesPreview.extend({ sheet: LetterheadSheet })
export type PaperOnLetterhead = z.infer<typeof PaperOnLetterhead>
