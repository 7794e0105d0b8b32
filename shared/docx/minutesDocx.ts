import type { MinutesDocument } from '../meeting/minutesDocument.ts'
import { footnoteOf, minutesWords, pageMarks } from '../meeting/minutesWords.ts'
import { plain } from '../meeting/runs.ts'
import { ok, type Result } from '../result.ts'
import type { Fault } from '../fault.ts'
import { blocksDocx, type DocxContent, type WrittenDocx } from './blocksDocx.ts'
import type { KhmerFont } from './khmerFont.ts'
import { putOnLetterhead } from './letterhead/putOnLetterhead.ts'
import { type LetterheadFile, withLetterhead } from './letterhead/withLetterhead.ts'

/**
 * Minutes as a DOCX on A4: real headings and automatic numbers, tables whose header rows repeat and whose rows stay
 * whole, the signatures in two columns on one page, each annex on a new one, the language on every run, the
 * classification and the end of the audit log on every page. `draft` puts a watermark behind the text. The same document gives the same bytes.
 */
export function minutesDocx(
  minutes: MinutesDocument,
  how: Drafted,
  khmerFont: KhmerFont,
): Promise<WrittenDocx> {
  return blocksDocx(contentOf(minutes, how), khmerFont)
}

/** The same on the office's own letterhead. Faults: those of `withLetterhead`. */
export function minutesOnLetterhead(
  minutes: MinutesDocument,
  how: Drafted,
  letterhead: LetterheadFile,
  khmerFont: KhmerFont,
): Promise<Result<WrittenDocx, Fault>> {
  return withLetterhead(letterhead, async (opened) =>
    ok(await putOnLetterhead(opened, { ...contentOf(minutes, how), facts: minutes.facts }, khmerFont)),
  )
}

type Drafted = { readonly draft: boolean }

function contentOf(minutes: MinutesDocument, { draft }: Drafted): DocxContent {
  const { language, classification, internal, sample, blocks } = minutes
  const words = minutesWords(language)
  return {
    language,
    title: blocks.flatMap((block) => (block.kind === 'title' ? [plain(block.runs)] : [])).join(' '),
    blocks,
    annexName: words.annex,
    header: pageMarks({ language, classification, internal, sample, draft }),
    pageOf: words.pageOf,
    footnote: footnoteOf(minutes),
    watermark: draft ? words.draft : null,
  }
}
