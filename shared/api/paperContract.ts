import { z } from 'zod'
import { LetterheadId } from '../ids.ts'
import { ChosenLetterhead, Letterhead, LetterheadLoss } from '../letterhead.ts'
import { MinutesPreview } from '../meeting/minutesDocument.ts'
import { PaperFormat, PaperRequest } from '../meeting/papers/paper.ts'
import { LetterheadRequest, PaperOnLetterhead } from '../meeting/papers/paperOnLetterhead.ts'
import { SavedFile } from '../record.ts'
import { filledLine } from '../values.ts'
import { act, read, write } from './operation.ts'

/** The papers of a meeting beside its minutes, and the office's own letterheads. */
export const paperContract = {
  'paper.preview': read(PaperRequest.shape, MinutesPreview),
  /** To look at as a PDF on the letterhead will be. */
  'paper.onLetterhead': read(LetterheadRequest.shape, PaperOnLetterhead),
  /** `draft` puts a watermark and lets gaps pass; a letterhead is for DOCX and PDF. `minutes.stopExport` stops it. */
  'paper.export': act(
    {
      ...PaperRequest.shape,
      format: PaperFormat,
      draft: z.boolean(),
      letterheadId: LetterheadId.nullable(),
    },
    SavedFile.nullable(),
  ),

  'letterhead.list': read({}, z.array(Letterhead).readonly()),
  /** What a PDF on this letterhead cannot show of it as a DOCX does. */
  'letterhead.pdfLosses': read({ letterheadId: LetterheadId }, z.array(LetterheadLoss).readonly()),
  /** Asks for a Word file and checks it; `keep` then keeps it. */
  'letterhead.choose': act({}, ChosenLetterhead.nullable()),
  'letterhead.keep': write({ uploadId: z.uuid(), name: filledLine(255) }, Letterhead),
  'letterhead.remove': write({ letterheadId: LetterheadId }, z.null()),
}
