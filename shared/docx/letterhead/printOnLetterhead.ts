import type { Fault } from '../../fault.ts'
import type { LetterheadLoss } from '../../letterhead.ts'
import type { MinutesDocument } from '../../meeting/minutesDocument.ts'
import type { PageFont } from '../../meeting/pageHtml.ts'
import { ok, type Result } from '../../result.ts'
import { letterheadPage, type PrintedPage } from './letterheadPage.ts'
import { type LetterheadFile, withLetterhead } from './withLetterhead.ts'

/** Minutes or another paper on a letterhead as a page for printing. Faults: those of `withLetterhead`. */
export function printOnLetterhead(
  minutes: MinutesDocument,
  letterhead: LetterheadFile,
  how: { readonly draft: boolean; readonly fonts: readonly PageFont[] },
): Promise<Result<string, Fault>> {
  return withLetterhead(letterhead, (opened) => ok(letterheadPage(opened, minutes, how).html))
}

/** The same to look at on the screen. Faults: those of `withLetterhead`. */
export function previewOnLetterhead(
  minutes: MinutesDocument,
  letterhead: LetterheadFile,
  how: { readonly draft: boolean; readonly fonts: readonly PageFont[] },
): Promise<Result<ReturnType<PrintedPage['preview']>, Fault>> {
  return withLetterhead(letterhead, (opened) => ok(letterheadPage(opened, minutes, how).preview()))
}

/** What a PDF on a letterhead cannot show of it, whatever the paper. Faults: those of `withLetterhead`. */
export function lossesOf(letterhead: LetterheadFile): Promise<Result<readonly LetterheadLoss[], Fault>> {
  return withLetterhead(letterhead, (opened) =>
    ok(letterheadPage(opened, emptyPaper, { draft: false, fonts: [] }).losses),
  )
}

/** What is lost of a letterhead does not hang on what is put on it. */
const emptyPaper: MinutesDocument = {
  language: 'en',
  keptBy: 'IDN',
  classification: 'open',
  internal: false,
  sample: false,
  auditHead: null,
  version: null,
  fileName: '',
  facts: { place: '', date: '', heads: [] },
  blocks: [],
}
